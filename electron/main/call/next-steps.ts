import type { FactorView, NextStep } from '../../../shared/call-view.js';
import type { PurposeKind } from '../../../shared/purpose.js';
import { assess, isSatisfied } from './assurance.js';
import { passedFactors, stepOf, type Call } from './call.js';
import type { CallRoom } from './call-room.js';
import { demandFor } from './demand.js';
import { mayStart } from './may-start.js';

type Room = Pick<CallRoom, 'policy' | 'factors' | 'roles'>;

const purposesOf = (room: Room, call: Call, wanted: (id: string) => boolean): NextStep[] =>
  Object.entries(room.policy.purposes)
    .filter(([id, rules]) => id !== call.purpose && mayStart(room, rules) && wanted(id))
    .map(([purpose]) => ({ do: 'purpose', purpose }));

const ofKind = (room: Room, call: Call, kind: PurposeKind): NextStep[] =>
  purposesOf(room, call, (id) => room.policy.purposes[id]?.kind === kind);

/** Whether what was proven so far is enough for that purpose. */
const isEnoughFor = ({ policy, factors }: Room, call: Call, purpose: string): boolean => {
  const rules = policy.purposes[purpose];
  if (rules?.kind !== 'help') return false;
  const { populations = [] } = call.chosen ?? {};
  const demand = demandFor({ purpose, rules, populations, raisedThreat: policy.raisedThreat });
  return isSatisfied(
    assess(
      demand,
      passedFactors(call).map((id) => factors[id]),
    ),
  );
};

const ofFind = (room: Room, call: Call): NextStep[] => {
  switch (call.find) {
    case 'none':
    case 'too-many':
      return [{ do: 'search' }, { do: 'not-verified' }];
    case 'restricted':
      return [...ofKind(room, call, 'privacy-request'), { do: 'contact-person' }, { do: 'not-verified' }];
    case 'ended':
      return [{ do: 'search' }, ...ofKind(room, call, 'end-of-use'), { do: 'contact-person' }, { do: 'not-verified' }];
    case 'found':
    case null:
      return [];
  }
};

const isRefused = ({ id, state, code }: FactorView): boolean =>
  id !== 'facts' && (state === 'failed' || code?.wrong === true);

/** Those that are not over yet; what the purpose does not take is missing. */
const waysLeft = (factors: readonly FactorView[]): readonly FactorView[] =>
  factors.filter(({ id, state }) => id !== 'facts' && state !== 'missing' && state !== 'done');

/** Nothing while nothing was refused and a way is left. */
const ofProof = (room: Room, call: Call, factors: readonly FactorView[], mayBypass: boolean): NextStep[] => {
  const left = waysLeft(factors);
  if (left.length > 0 && !factors.some(isRefused)) return [];
  return [
    ...left.filter(({ state }) => state !== 'started').map(({ id }): NextStep => ({ do: 'factor', factor: id })),
    ...purposesOf(room, call, (id) => isEnoughFor(room, call, id)),
    ...(mayBypass ? ([{ do: 'bypass' }] as const) : []),
    { do: 'contact-person' },
    { do: 'escalate' },
    { do: 'not-verified' },
  ];
};

/** What the policy allows an agent to do when the call does not go on by itself; empty where there is nothing in the way. */
export const nextSteps = (
  room: Room,
  call: Call,
  factors: readonly FactorView[],
  mayBypass: boolean,
): readonly NextStep[] => {
  switch (stepOf(call)) {
    case 'finding':
      return ofFind(room, call);
    case 'comparing':
      return call.chosen?.compared === 'no-match'
        ? [
            { do: 'compare' },
            { do: 'search' },
            ...(mayBypass ? ([{ do: 'bypass' }] as const) : []),
            { do: 'not-verified' },
          ]
        : [];
    case 'proving':
      return ofProof(room, call, factors, mayBypass);
    case 'locked':
      return [
        { do: 'wait', until: call.lockedUntil?.toISOString() ?? '' },
        { do: 'unlock' },
        { do: 'contact-person' },
        { do: 'suspected-fraud' },
      ];
    case 'verified':
    case 'bypassed':
      return [];
  }
};
