import type { Policy } from '../../../electron/main/policy/schema.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import type { CallStep, SentCode } from '../../../shared/call-view.js';
import type { Field, IdentifierKind } from '../../../shared/subject.js';
import { asks, canBeCalledBack, canBeSent, isOpenTo, isProven, minutesOf, saidWith, type Way } from './rules.js';
import { begins, foundBy } from './world.js';

/** The subject at hand. */
interface AtHand {
  readonly who: Subject;
  /** Facts the caller had right, since the last expiry. */
  readonly right: Set<Field>;
  /** Asked facts that were answered with what was searched by. */
  readonly again: Set<Field>;
  /** Whether all that this purpose asks was right. */
  factsHold: boolean;
  readonly ways: Set<Way>;
  isCalling: boolean;
  /** Codes that can still be entered, and until when. */
  readonly codes: Map<SentCode, number>;
  /** Wrong answers left, by what counted when the subject was chosen. */
  left: number;
}

interface ModelCall {
  purpose: string;
  searched: { readonly by: IdentifierKind; readonly text: string } | null;
  listed: readonly Subject[];
  at: AtHand | null;
  wrong: number;
  isLocked: boolean;
  verifiedUntil: number | null;
  bypassedUntil: number | null;
  /** An earlier purpose's verification: what was proven for it holds no longer than it. */
  carried: { readonly until: number; readonly ways: ReadonlySet<Way> } | null;
  /** What a second agent is asked, while the answer would count. */
  asking: 'second-agent' | 'bypass' | null;
  wasVerified: boolean;
  readonly alsoFor: Set<string>;
  wasBypassed: boolean;
  readonly shown: Map<Field, number>;
}

interface Lock {
  readonly who: Subject;
  readonly until: number;
  isOpened: boolean;
}

const minute = 60_000;
const cap = 3;

/**
 * The desk as the rules have it. Each operation changes it and tells whether the desk is to allow it; what is refused changes nothing
 * but the time that is over.
 */
export const createModel = (policy: Policy) => {
  let now = begins;
  let isSignedIn = true;
  let lockedSince: number | null = null;
  let signedInSince = begins;
  let call: ModelCall | null = null;
  /** Since somebody's last lock or unlocking. */
  const wrongs = new Map<Subject, number[]>();
  const locks: Lock[] = [];
  const ended: { readonly outcome: string; readonly verified: boolean; readonly bypassed: boolean }[] = [];
  /** When somebody was last sent a code some way, since the desk was started. */
  const sent = new Map<string, number>();
  const recorded = { revealed: 0, copied: 0, verified: 0, bypassed: 0 };

  const isShut = (): boolean => !isSignedIn || lockedSince !== null;
  const rulesOf = (purpose: string) => {
    const rules = policy.purposes[purpose];
    if (!rules) throw new Error(`no purpose ${purpose}`);
    return rules;
  };
  const asked = ({ purpose }: ModelCall) => ({
    ...{ purpose, rules: rulesOf(purpose) },
    ...{ populations: policy.populations, raisedThreat: policy.raisedThreat },
  });
  const stepOf = ({ isLocked, at, verifiedUntil, bypassedUntil }: ModelCall): CallStep => {
    if (isLocked) return 'locked';
    if (!at) return 'finding';
    if (bypassedUntil !== null) return 'bypassed';
    if (verifiedUntil !== null) return 'verified';
    return at.factsHold ? 'proving' : 'comparing';
  };
  const is = (...steps: readonly CallStep[]): boolean => call !== null && steps.includes(stepOf(call));

  const factsAsked = ({ purpose, searched, at }: ModelCall): readonly Field[] =>
    asks(rulesOf(purpose), [...(searched ? saidWith(searched.by) : []), ...(at?.again ?? [])]);
  const factsLeft = (of: ModelCall): readonly Field[] => factsAsked(of).filter((field) => !of.at?.right.has(field));

  const wrongOf = (who: Subject): number =>
    (wrongs.get(who) ?? []).filter((time) => time + policy.limits.subjectLockMinutes * minute > now).length;
  const lockOf = (who: Subject): Lock | undefined =>
    locks.findLast((lock) => lock.who === who && !lock.isOpened && lock.until > now);

  const forget = (of: ModelCall): void => {
    Object.assign(of, { at: null, verifiedUntil: null, bypassedUntil: null, carried: null, asking: null });
    of.wasVerified = false;
    of.alsoFor.clear();
    of.shown.clear();
  };
  const dropSubject = (of: ModelCall): void => {
    forget(of);
    Object.assign(of, { listed: [], searched: null });
  };
  const end = (outcome: string): void => {
    if (!call) return;
    ended.push({ outcome, verified: call.wasVerified, bypassed: call.wasBypassed });
    call = null;
  };

  const judge = (of: ModelCall): void => {
    const { at, carried } = of;
    if (!at?.factsHold || !isProven(asked(of), at.who, at.ways)) return;
    const fresh = now + minutesOf(asked(of)) * minute;
    const isOnlyCarried = carried !== null && [...at.ways].every((way) => carried.ways.has(way));
    of.verifiedUntil = isOnlyCarried ? Math.min(fresh, carried.until) : fresh;
    of.carried = null;
    of.wasVerified = true;
    recorded.verified += 1;
  };

  /** What was proven, or gone past, is over with its time. */
  const lapse = (): void => {
    const until = call?.verifiedUntil ?? call?.bypassedUntil ?? call?.carried?.until ?? null;
    if (!call || until === null || until > now) return;
    Object.assign(call, { verifiedUntil: null, bypassedUntil: null, carried: null, asking: null });
    call.shown.clear();
    const { at } = call;
    if (!at) return;
    at.right.clear();
    at.ways.clear();
    at.codes.clear();
    Object.assign(at, { factsHold: false, isCalling: false });
  };

  const countWrong = (of: ModelCall, at: AtHand): void => {
    of.wrong += 1;
    at.left -= 1;
    wrongs.set(at.who, [...(wrongs.get(at.who) ?? []), now]);
    if (of.wrong < cap && at.left > 0) return;
    of.isLocked = true;
    wrongs.delete(at.who);
    locks.push({ who: at.who, until: now + policy.limits.subjectLockMinutes * minute, isOpened: false });
  };

  const mayShow = (field: Field): 'plain' | 'masked' | null => {
    if (isShut() || !call || !is('verified', 'bypassed')) return null;
    const { show, showMasked, kind } = rulesOf(call.purpose);
    // Handing over shows what is on record for it, which here is nothing.
    if (kind === 'disclose' || call.at?.who.restricted) return null;
    return show.includes(field) ? 'plain' : showMasked.includes(field) ? 'masked' : null;
  };

  /** Milliseconds after which a lock abandons the call. */
  const patience = policy.session.lockedCallMinutes * minute;
  const abandonOverdue = (): void => {
    if (lockedSince !== null && now - lockedSince >= patience) end('abandoned');
  };
  const signOut = (): boolean => {
    if (!isSignedIn) return false;
    isSignedIn = false;
    end('abandoned');
    return true;
  };

  return {
    ...{ locks, ended, recorded, isShut, factsLeft, mayShow },
    get now() {
      return now;
    },
    get call() {
      return call;
    },
    get step() {
      return call && stepOf(call);
    },
    get isSignedIn() {
      return isSignedIn;
    },
    get isDeskLocked() {
      return lockedSince !== null;
    },
    wrongAnswersLeft: (): number => (!call || call.isLocked ? 0 : Math.min(cap - call.wrong, call.at?.left ?? cap)),

    start: (purpose: string): boolean => {
      if (isShut() || call || !Object.hasOwn(policy.purposes, purpose)) return false;
      call = {
        ...{ purpose, searched: null, listed: [], at: null, wrong: 0, isLocked: false },
        ...{ verifiedUntil: null, bypassedUntil: null, carried: null, asking: null },
        ...{ wasVerified: false, alsoFor: new Set<string>(), wasBypassed: false, shown: new Map<Field, number>() },
      };
      return true;
    },
    find: (by: IdentifierKind, text: string): boolean => {
      if (isShut() || !call || !is('finding', 'comparing', 'proving')) return false;
      const rules = rulesOf(call.purpose);
      const isOpen = (who: Subject): boolean => isOpenTo(rules, who);
      forget(call);
      call.searched = { by, text };
      call.listed = rules.kind === 'billing-check' ? [] : foundBy(by, text).filter(isOpen);
      return true;
    },
    choose: (number: number): boolean => {
      if (isShut() || !call || !is('finding', 'comparing', 'proving')) return false;
      const who = call.listed[number - 1];
      if (!who) return false;
      forget(call);
      call.isLocked = lockOf(who) !== undefined;
      const left = Math.max(1, cap - wrongOf(who));
      const nothing = { right: new Set<Field>(), again: new Set<Field>(), ways: new Set<Way>(), codes: new Map() };
      call.at = { who, ...nothing, factsHold: false, isCalling: false, left };
      return true;
    },
    /** @param rightness `again`: every fact is answered with what was searched by */
    compare: (rightness: 'right' | 'wrong' | 'again' | 'nothing', isSame: (field: Field) => boolean): boolean => {
      const at = call?.at;
      if (isShut() || !call || !at || !is('comparing')) return false;
      const left = factsLeft(call);
      if (rightness === 'nothing') return false;
      const again = rightness === 'again' ? left.filter(isSame) : [];
      const others = { ...call, at: { ...at, again: new Set([...at.again, ...again]) } };
      if (again.length > 0 && factsLeft(others).length === factsLeft(call).length) {
        again.forEach((field) => at.again.add(field));
        return true;
      }
      if (
        rightness !== 'right' ||
        left.some((field) => field !== 'name' && field !== 'status' && at.who[field] === null)
      ) {
        at.factsHold = false;
        countWrong(call, at);
        return true;
      }
      left.forEach((field) => at.right.add(field));
      at.factsHold = true;
      judge(call);
      return true;
    },
    startCallBack: (): boolean => {
      if (isShut() || !call?.at || !is('proving') || !canBeCalledBack(call.at.who, now)) return false;
      call.at.isCalling = true;
      call.at.ways.delete('call-back');
      return true;
    },
    finishCallBack: (isReached: boolean): boolean => {
      if (isShut() || !call?.at?.isCalling || !is('proving')) return false;
      call.at.isCalling = false;
      if (isReached) call.at.ways.add('call-back');
      judge(call);
      return true;
    },
    sendCode: (way: SentCode): boolean => {
      if (isShut() || !call?.at || !is('proving') || call.at.ways.has(way)) return false;
      const { who, codes } = call.at;
      const last = sent.get(`${way} ${who.id}`);
      if (!canBeSent(way, who, now) || (last !== undefined && now - last < 2 * minute)) return false;
      sent.set(`${way} ${who.id}`, now);
      codes.set(way, now + 10 * minute);
      return true;
    },
    /** @param isIt whether it is the newest that was sent that way */
    enterCode: (way: SentCode, isIt: boolean): boolean => {
      const until = call?.at?.codes.get(way);
      if (isShut() || !call?.at || !is('proving') || until === undefined) return false;
      if (until > now && !isIt) {
        countWrong(call, call.at);
        return true;
      }
      call.at.codes.delete(way);
      if (until <= now) return false;
      call.at.ways.add(way);
      judge(call);
      return true;
    },
    askColleague: (what: 'second-agent' | 'bypass'): boolean => {
      const steps: CallStep[] = what === 'bypass' ? ['comparing', 'proving'] : ['proving'];
      if (isShut() || !call?.at || !is(...steps)) return false;
      if (what === 'bypass' && !rulesOf(call.purpose).bypass) return false;
      if (what === 'second-agent' && call.at.ways.has(what)) return false;
      call.asking = what;
      return true;
    },
    colleagueAnswers: (isConfirmed: boolean): boolean => {
      const what = call?.asking;
      if (!call || !what) return false;
      call.asking = null;
      const counts = is('proving') || (what === 'bypass' && is('comparing'));
      if (isShut() || !call.at || !counts || !isConfirmed) return false;
      if (what === 'second-agent') {
        call.at.ways.add('second-agent');
        judge(call);
        return true;
      }
      const known = call.at.factsHold ? asked(call) : { ...asked(call), populations: [] };
      call.bypassedUntil = now + minutesOf(known) * minute;
      call.wasBypassed = true;
      recorded.bypassed += 1;
      return true;
    },
    changePurpose: (purpose: string): boolean => {
      if (isShut() || !call || !Object.hasOwn(policy.purposes, purpose)) return false;
      if (is('locked') || purpose === call.purpose) return false;
      const rules = rulesOf(purpose);
      if ([rules.kind, rulesOf(call.purpose).kind].includes('billing-check')) return false;
      if (call.wasVerified) call.alsoFor.add(call.purpose);
      if (call.verifiedUntil !== null && call.bypassedUntil === null && call.at)
        call.carried = { until: call.verifiedUntil, ways: new Set(call.at.ways) };
      Object.assign(call, { purpose, verifiedUntil: null, bypassedUntil: null, asking: null, wasVerified: false });
      if (!call.at || !isOpenTo(rules, call.at.who)) {
        dropSubject(call);
        return true;
      }
      call.at.factsHold = factsLeft(call).length === 0;
      judge(call);
      if (call.verifiedUntil === null) call.shown.clear();
      return true;
    },
    reveal: (field: Field): boolean => {
      if (!mayShow(field) || !call) return false;
      recorded.revealed += 1;
      const isHeld = field === 'name' || field === 'status' || call.at?.who[field] !== null;
      if (isHeld) call.shown.set(field, now + policy.limits.revealSeconds * 1000);
      return isHeld;
    },
    copy: (field: Field): boolean => {
      if (!mayShow(field) || (call?.shown.get(field) ?? 0) <= now) return false;
      recorded.copied += 1;
      return true;
    },
    close: (outcome: string): boolean => {
      if (isShut() || !call) return false;
      end(outcome);
      return true;
    },
    pass: (milliseconds: number): void => {
      now += milliseconds;
      lapse();
      if (isSignedIn && now - signedInSince >= policy.session.absoluteHours * 60 * minute) {
        lockedSince ??= now;
        signOut();
      }
      abandonOverdue();
    },
    lockDesk: (): boolean => {
      if (isShut()) return false;
      lockedSince = now;
      if (call) dropSubject(call);
      return true;
    },
    unlockDesk: (): boolean => {
      if (!isSignedIn || lockedSince === null) return false;
      abandonOverdue();
      lockedSince = null;
      return true;
    },
    signOut,
    signIn: (): boolean => {
      if (isSignedIn) return false;
      isSignedIn = true;
      signedInSince = now;
      lockedSince = null;
      return true;
    },
    /** Nobody is told; the next start closes what was open. Whether the desk was locked nobody knows then, so it is. */
    crash: (): void => {
      end('abandoned');
      lockedSince = now;
      sent.clear();
    },
    openSubject: (lock: Lock): void => {
      lock.isOpened = true;
      wrongs.delete(lock.who);
    },
  };
};

export type Model = ReturnType<typeof createModel>;
