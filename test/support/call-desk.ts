import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../electron/main/access/session.js';
import { createAuditLog } from '../../electron/main/audit/audit-log.js';
import { Withheld } from '../../electron/main/audit/disclosure.js';
import { disk, type FileLayer } from '../../electron/main/audit/durable-file.js';
import { createJournal, type JournalParts } from '../../electron/main/audit/journal.js';
import type { KeyRing } from '../../electron/main/audit/key-ring.js';
import type { CallRoom } from '../../electron/main/call/call-room.js';
import { createBriefClipboard } from '../../electron/main/call/clipboard.js';
import { createEqualTime } from '../../electron/main/call/equal-time.js';
import { createCallUseCases } from '../../electron/main/call/use-cases.js';
import { createFactors, type FactorPorts } from '../../electron/main/factors/factors.js';
import { createSendPace } from '../../electron/main/factors/send-pace.js';
import { checkPolicy } from '../../electron/main/policy/check.js';
import type { Policy } from '../../electron/main/policy/schema.js';
import { requestPlace, type RequestPlace } from './requests.js';
import { createWatch, type Watch } from '../../electron/main/watch/watch.js';
import type { Registry } from '../../electron/main/registry/registry.js';
import type { Subject } from '../../electron/main/registry/subject.js';
import type { DeskEvent } from '../../shared/desk-state.js';
import { ok, type Result } from '../../shared/result.js';
import { demoWithoutPost } from './policy.mjs';
import { byCallBack } from './reset-rule.mjs';

/** Every value of this subject carries a mark that is found wherever it leaks. */
export const canary: Subject = {
  id: 'canary-id-7f3a',
  givenName: 'Kanarianna',
  familyName: 'Lintuvuori',
  userName: 'canary7f3a',
  workEmail: 'canary.mail7f3a@kanaria.example',
  workPhone: '+358470000199',
  stationCode: 'CANARY-STN-7F3A',
  organisation: 'Kanaria Oy',
  active: true,
  endedAt: null,
  restricted: false,
  privileged: false,
  phoneChangedAt: null,
  emailChangedAt: null,
  preferredLanguage: null,
};

/** Parts of the canary that even a masked candidate must not show. */
export const canaryMarks = [
  'Kanarianna',
  'Lintuvuori',
  'canary7f3a',
  'mail7f3a',
  '+35847',
  '470000199',
  'CANARY-STN',
  'canary-id',
];

/** The demo's policy as it is shipped, without what it sends by. */
export const shipped = demoWithoutPost;
const policyText = shipped.replace(
  /("access-reset": \{\s*)"points": 4,\s*"factors": 1,\s*"accept": \[[^\]]*\],/,
  `$1${JSON.stringify(byCallBack, undefined, 1).slice(1, -1)},`,
);

export const testPolicy = (change: (text: string) => string) => {
  const checked = checkPolicy(change(policyText));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.policy;
};

/** Keys that live as long as the test. */
export const createTestKeys = (): KeyRing => {
  const keys = new Map<string, Uint8Array>();
  const key = (name: string): Promise<Result<Uint8Array>> => {
    const found = keys.get(name) ?? randomBytes(32);
    keys.set(name, found);
    return Promise.resolve(ok(found));
  };
  return {
    pepper: (month) => key(`pepper ${month}`),
    monthKey: (month) => key(`month ${month}`),
    subjectKey: (id) => key(`subject ${id}`),
  };
};

/** What a desk leaves: its journal with the keys, and the requests. */
interface Trail extends Pick<JournalParts, 'folder' | 'prepare' | 'lock'> {
  readonly keys: KeyRing;
  readonly requests: Pick<RequestPlace, 'folder'> & {
    readonly open: (given: Parameters<RequestPlace['open']>[0]) => Omit<ReturnType<RequestPlace['open']>, 'erasure'>;
  };
}

interface Options {
  readonly subjects?: readonly Subject[];
  readonly search?: Registry['search'];
  readonly inPlace?: Registry['inPlace'];
  readonly files?: FileLayer;
  /** In place of one that ends with the desk. */
  readonly trail?: Trail;
  readonly policy?: (text: string) => string;
  /** That policy, when it was read before. */
  readonly checked?: Policy;
  /** What sign-in told of the agent. */
  readonly person?: Partial<Session['person']>;
  /** Whether the agent has accepted the notice before the test begins. */
  readonly told?: boolean;
  readonly askSecondAgent?: CallRoom['askSecondAgent'];
  readonly roles?: Session['roles'];
  readonly requests?: CallRoom['requests'];
  readonly ports?: Partial<FactorPorts>;
  /** In place of the clock that nobody can set. */
  readonly monotonic?: () => number;
  readonly now?: () => Date;
}

/** A place that desks can be opened at one after the other. */
export const openTrail = async () => {
  const [parent, requests] = [await mkdtemp(join(tmpdir(), 'call-desk-')), await requestPlace()];
  return {
    trail: { folder: join(parent, 'tunniste', 'audit'), keys: createTestKeys(), requests },
    end: async () => {
      await requests.end();
      await rm(parent, { recursive: true, force: true });
    },
  };
};

/** The call's use cases over a real journal on the disk; the registry answers from memory. */
export const openCallDesk = async ({
  subjects = [canary],
  search,
  inPlace,
  files = disk,
  trail,
  policy = (text) => text,
  checked = testPolicy(policy),
  person = {},
  told = true,
  askSecondAgent = null,
  roles = ['agent', 'supervisor'],
  requests,
  ports = {},
  monotonic = () => performance.now(),
  now = () => new Date(),
}: Options = {}) => {
  const own = trail ? { trail, end: () => Promise.resolve() } : await openTrail();
  const { keys, requests: outbox, ...place }: Trail = own.trail;
  const stamp = () => ({ agent: 'agent', role: 'agent', desk: 'desk', app: '0', policy: checked.version });
  let watch: Watch | null = null;
  const journal = createJournal({
    ...place,
    stamp,
    files,
    onAppended: () => watch?.follow(),
  });
  const audit = createAuditLog({ journal, keys, stamp });
  const session: Session = {
    agent: 'agent',
    roles,
    person: { userName: 'agent', email: null, familyName: null, ...person },
  };
  const dialled: string[] = [];
  const events: DeskEvent[] = [];
  let copied = '';
  let signedIn = true;
  let locked = false;
  watch = createWatch({
    audit,
    policy: checked,
    session: () => (signedIn ? session : null),
    started: Promise.resolve(),
    emit: (event) => void events.push(event),
  });
  if (told) await watch.forAgents.acceptNotice();
  const begun = audit.head;
  events.length = 0;
  const kept = outbox.open({ relay: null, audit });
  const room: CallRoom = {
    policy: checked,
    audit,
    registry: {
      ...(inPlace && { inPlace }),
      search:
        search ??
        (() =>
          Promise.resolve(ok(subjects.length > 5 ? 'too-many' : subjects.map((subject) => new Withheld(subject))))),
    },
    factors: createFactors(checked, { relay: null, sms: null, verifier: null, ...ports }),
    pace: createSendPace(checked.factors.codes.resendSeconds, monotonic),
    roles: () => session.roles,
    equalTime: createEqualTime({ floor: 0, clock: () => 0, wait: () => Promise.resolve() }),
    whyNot: () => {
      if (!signedIn) return { code: 'not-signed-in' };
      return locked ? { code: 'desk-locked' } : null;
    },
    askSecondAgent,
    clipboard: createBriefClipboard({
      write: (text) => Promise.resolve(void (copied = text)),
      read: () => Promise.resolve(copied),
      clear: () => Promise.resolve(void (copied = '')),
    }),
    watch: watch.call,
    requests: requests ?? kept.desk,
    dial: (uri) => Promise.resolve(void dialled.push(uri)),
    emit: (event) => void events.push(event),
    now,
    monotonic,
    call: null,
    search: null,
    secondAgent: null,
    owed: null,
  };
  const calls = createCallUseCases(room);
  return {
    policy: checked,
    session,
    watch,
    audit,
    room,
    calls,
    ...calls.handlers,
    dialled,
    events,
    clipboard: { read: () => copied, write: (text: string) => void (copied = text) },
    signIn: () => void (signedIn = true),
    signOut: () => void (signedIn = false),
    lock: () => void (locked = true),
    unlock: () => void (locked = false),
    journal,
    requests: { ...kept, folder: outbox.folder },
    entries: async () => {
      const page = await audit.page(begun, 1000);
      return page.ok ? page.value : [];
    },
    end: async () => {
      await audit.close();
      await own.end();
    },
  };
};

export type CallDesk = Awaited<ReturnType<typeof openCallDesk>>;

export const support = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
export const reset = { purpose: 'access-reset', ticket: 'INC-20418', callerNumber: '' };
export const byUserName = { by: 'userName', identifier: 'canary7f3a', organisation: '' } as const;
export const rightFacts = { claims: { workEmail: canary.workEmail ?? '', organisation: 'Kanaria' } };
export const wrongFacts = { claims: { workEmail: 'someone.else@kanaria.example', organisation: 'Kanaria' } };

/** As far as a chosen subject. */
export const chosen = async (desk: CallDesk, start = support): Promise<void> => {
  await desk.startCall(start);
  await desk.findSubject(byUserName);
  await desk.chooseCandidate({ number: 1 });
};

/** As far as a verified caller. */
export const verified = async (desk: CallDesk, start = support): Promise<void> => {
  await chosen(desk, start);
  await desk.compareClaims(rightFacts);
  if (start.purpose === 'support') return;
  await desk.startCallBack();
  await desk.finishCallBack({ result: 'reached' });
};
