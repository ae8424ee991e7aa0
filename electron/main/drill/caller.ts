import type { CallOutcome, callBackResults } from '../../../shared/call-view.js';
import type { CallerId, Said } from '../../../shared/drill.js';
import type { RequestKind } from '../../../shared/request.js';
import type { Field } from '../../../shared/subject.js';

/** What is true about a caller, and what the desk's rules make of it. What they say about it is the renderer's. */
export interface Caller {
  /** The user ID of whom they say they are. */
  readonly as: string;
  /** Is somebody else than they say. */
  readonly impostor: boolean;
  /** Where they answer something else than what is on file. */
  readonly says?: Said;
  readonly corrects?: Said;
  /** Ids or kinds of the purposes that fit. */
  readonly purposes: readonly string[];
  /** What comes of calling the number on file. */
  readonly callBack: (typeof callBackResults)[number];
  /** Shows face and document of whom they say they are, when asked to. */
  readonly seen: boolean;
  /** Asks the agent to go past the proof. */
  readonly pushes?: true;
  /** The fields the agent needs to help them. */
  readonly needs: readonly Field[];
  /** What the call is to leave behind for others to see to. */
  readonly files?: RequestKind;
  /** The ends of the call that are right. */
  readonly outcomes: readonly CallOutcome[];
}

const reset = ['access-reset'];
const stopped: readonly CallOutcome[] = ['not-verified', 'escalated', 'suspected-fraud'];
const notNow: readonly CallOutcome[] = ['not-verified', 'escalated'];

const honest = (as: string) => ({ as, impostor: false, seen: true, callBack: 'reached' as const });
const impostor = (as: string) => ({ as, impostor: true, seen: false, needs: [], outcomes: stopped });
const resetOf = (as: string): Caller => ({
  ...honest(as),
  purposes: reset,
  needs: ['userName'],
  outcomes: ['resolved'],
});

/** Nobody has to prove what a desk has no way to prove. */
export const unprovenOutcomes: readonly CallOutcome[] = notNow;

export const callers: Readonly<Record<CallerId, Caller>> = {
  genuine: resetOf('hharjul'),
  forgetful: {
    ...resetOf('umuisto'),
    says: { workEmail: 'unto.muisto@kuusi.example' },
    corrects: { workEmail: 'unto.muistola@kuusi.example' },
  },
  ended: { ...honest('plahten'), purposes: ['support'], needs: [], outcomes: notNow },
  restricted: {
    ...honest('rkielta'),
    purposes: ['support', 'privacy-request'],
    needs: [],
    outcomes: [...notNow, 'resolved'],
  },
  'lost-phone': { ...impostor('lrannik'), purposes: reset, callBack: 'refused' },
  pusher: { ...impostor('vkiirei'), purposes: reset, callBack: 'not-reached', pushes: true },
  namesake: {
    ...resetOf('jkakson2'),
    says: { userName: 'jkakson' },
    corrects: { userName: 'jkakson2' },
  },
  'for-a-colleague': { ...impostor('apoissa'), purposes: reset, callBack: 'refused' },
  'new-number': { ...resetOf('ovaihto'), callBack: 'not-reached' },
  manager: { ...resetOf('mjohtol'), pushes: true },
  doubter: resetOf('etvivel'),
  guesser: {
    ...impostor('sarvail'),
    says: { workEmail: 'sampo@manty.example' },
    corrects: { workEmail: 's.arvaila@manty.example' },
    purposes: ['support'],
    callBack: 'refused',
  },
  loss: {
    ...honest('tkadonn'),
    seen: false,
    purposes: ['block'],
    files: 'block',
    callBack: 'not-reached',
    needs: [],
    outcomes: ['resolved', 'escalated'],
  },
  'looked-up': {
    ...honest('kkysyja'),
    purposes: ['privacy-request'],
    files: 'privacy-request',
    needs: ['name', 'userName'],
    outcomes: ['resolved', 'escalated'],
  },
};
