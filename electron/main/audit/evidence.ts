import type { EntryType } from '../../../shared/audit-entry.js';
import type { EvidenceView } from '../../../shared/desk-state.js';
import { fail, ok, type ErrorCode, type Failure, type Result } from '../../../shared/result.js';
import type { Until } from '../../evidence/folder.js';
import { verifierKeyText } from '../../evidence/note.js';
import { anchorAccount, anchorBytes, anchorOf, readAnchor } from './anchor.js';
import { diskFailure } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import type { Draft } from './entry.js';
import { judge, type Verdict } from './judge.js';
import type { Found } from './read-journal.js';
import type { Place } from './resume-point.js';
import { handOver, placeSuccessions } from './successions.js';
import { createSealing, type Sealing, type Signer } from './sealing.js';
import { checkWhole } from './whole-check.js';

/** Sees to it that what the journal holds can be proven: to this desk at its next start, and to others without it. */
export interface Evidence {
  /** The journal is open, as it was found. */
  opened(files: FileLayer, folder: string, found: Found): void;
  /** Entries are durable; told of each write. */
  written(place: Place, drafts: readonly Draft[]): void;
  /**
   * Whether the journal may be relied on. Ok as long as the key file is not open, for then nobody can be looked up anyway. Fails with
   * `audit-truncated`, `audit-anchor-missing` or `audit-damaged`, and then for good; or with `keychain-…`.
   */
  ready(): Promise<Result<void>>;
  view(): EvidenceView;
  /**
   * Signs for all that is recorded, and tells the keychain, once all of the journal is verified. Fails as `ready` does, or with why it could
   * not be anchored.
   */
  vouch(): Promise<Result<void>>;
  /** The same, and leaves what comes then to another key: the note that says so, signed by both. Nothing may be recorded after it in this run. */
  handOver(next: Signer): Promise<Result<string>>;
  /**
   * Where the journal stands now, signed for; unsigned where it is not relied on. Fails as `ready` does, or with `audit-unavailable` where no
   * checkpoint can be made.
   */
  standsAt(): Promise<Result<Until>>;
  /**
   * That something is wrong after all: nobody is looked up any more.
   * @param to number of the last entry before it that is verified
   */
  distrust(reason: string, to: number): Promise<void>;
  /** Makes the last checkpoint. */
  close(): Promise<void>;
}

/** Where 32 bytes are kept that whoever can write the journal's folder cannot. Fails with `keychain-…`. */
interface Anchors {
  get(account: string): Promise<Result<Uint8Array | null>>;
  set(account: string, bytes: Uint8Array): Promise<Result<void>>;
}

export interface EvidenceParts {
  /** The desk's signing key; null while the key file is not open. */
  readonly key: () => Promise<Result<Signer> | null>;
  readonly keychain: Anchors;
  readonly record: (type: EntryType, reason: string) => Promise<unknown>;
  readonly onChanged: () => void;
  readonly now?: () => Date;
}

interface Opened {
  readonly files: FileLayer;
  readonly folder: string;
  readonly found: Found;
}

/** How far verifying is, is told each time so many segments are: a few times a second. */
const mostUntold = 8;

/** A checkpoint after so many entries, where no call ends before. */
const mostUnsealed = 50;

export const createEvidence = ({
  key,
  keychain,
  record,
  onChanged,
  now = () => new Date(),
}: EvidenceParts): Evidence => {
  let opened: Opened | null = null;
  let place: Place | null = null;
  let sealing: Sealing | null = null;
  let sealedTo = 0;
  let publicKey: string | null = null;
  let checking: Promise<Result<void>> | null = null;
  let rest: Promise<unknown> = Promise.resolve();
  let refused: ErrorCode | null = null;
  let verified = { to: 0, whole: false };
  let anchored: EvidenceView['anchored'] = null;
  let anchorFailure: Failure | null = null;

  const refuse = async (code: ErrorCode, reason: string): Promise<Result<never>> => {
    refused = code;
    sealing = null; // SECURITY: nothing is signed or anchored over what cannot be relied on.
    onChanged();
    await record('journal.refused', reason);
    return fail(code);
  };

  const seal = (isFinal = false): void => {
    if (!place || !sealing || place.tip.seq === sealedTo) return;
    sealedTo = place.tip.seq;
    sealing.owe(place, isFinal);
  };

  const checkRest = async ({ files, folder, found }: Opened, own: Signer): Promise<void> => {
    let segments = 0;
    const onVerified = async (to: number): Promise<void> => {
      if (refused) return;
      verified = { to, whole: false };
      segments += 1;
      if (segments % mostUntold === 0) onChanged();
      await breathe();
    };
    const bad = await checkWhole({ files, folder, key: own, from: found.start, to: found.from, onVerified });
    // Somebody's verification may have found it first.
    if (refused) return;
    if (bad !== null) return void (await refuse('audit-damaged', `segment:${bad}`));
    verified = { to: found.tip.seq, whole: true };
    onChanged();
  };

  const begin = ({ files, folder, found }: Opened, own: Signer): void => {
    sealing = createSealing({
      ...{ files, folder, key: own },
      setAnchor: (bytes) => keychain.set(anchorAccount, bytes),
      onAnchored: (kept) => {
        anchorFailure = kept.ok ? null : kept.error;
        if (kept.ok) anchored = { size: kept.value, at: now().toISOString() };
        onChanged();
      },
    });
    for (const end of found.ends) if (end.number !== place?.number) sealing.owe(end, true);
    seal();
  };

  const accept = async (here: Opened, own: Signer, verdict: Verdict & { sound: true }): Promise<Result<void>> => {
    await placeSuccessions(here.files, here.folder, own.successions);
    if (verdict.anchored === 0 && verdict.entries === 0) {
      // Before the first checkpoint: from now on a checkpoint without an anchor means that the anchor was taken away.
      const kept = await keychain.set(anchorAccount, anchorBytes(anchorOf(here.found.tip.tree)));
      if (!kept.ok) return kept;
    }
    begin(here, own);
    if (verdict.entries > 0) await record('journal.ahead', `${verdict.anchored}:${verdict.anchored + verdict.entries}`);
    rest = checkRest(here, own).catch(diskFailure);
    return ok(undefined);
  };

  const check = async (here: Opened, own: Signer): Promise<Result<void>> => {
    publicKey = verifierKeyText(own.public);
    const kept = await keychain.get(anchorAccount);
    if (!kept.ok) return kept;
    const anchor = kept.value && readAnchor(kept.value);
    const verdict = await judge({ ...here, key: own, anchor });
    return verdict.sound ? accept(here, own, verdict) : refuse(verdict.code, verdict.reason);
  };

  const checked = async (here: Opened, own: Signer): Promise<Result<void>> => {
    checking ??= check(here, own).catch(diskFailure);
    const answer = await checking;
    if (!answer.ok && !refused) checking = null; // the keychain's fault: to be asked again
    return answer;
  };

  const ready = async (): Promise<Result<void>> => {
    if (refused) return fail(refused);
    const own = await key();
    if (own === null || opened === null) return ok(undefined);
    const answer = own.ok ? await checked(opened, own.value) : own;
    return refused ? fail(refused) : answer;
  };

  const vouch = async (): Promise<Result<void>> => {
    const reliable = await ready();
    if (!reliable.ok) return reliable;
    await rest;
    if (!sealing || !verified.whole) return fail(refused ?? 'audit-unavailable');
    const wanted = place?.tip.seq ?? 0;
    seal(true);
    await sealing.settled();
    if (anchored && anchored.size >= wanted) return ok(undefined);
    return { ok: false, error: anchorFailure ?? { code: 'audit-unavailable' } };
  };

  const standsAt = async (): Promise<Result<Until>> => {
    const reliable = await ready();
    if (refused && place) return ok({ number: place.number, seq: place.tip.seq, files: new Map() });
    if (!reliable.ok) return reliable;
    const wanted = place?.tip.seq ?? 0;
    seal();
    await sealing?.settled();
    const made = sealing?.newest();
    return made && made.seq >= wanted ? ok(made) : fail('verification-failed');
  };

  return {
    opened: (files, folder, found) => {
      opened = { files, folder, found };
      place ??= found.ends.at(-1) ?? null;
      void ready();
    },
    written: (next, drafts) => {
      if (place && place.number !== next.number) sealing?.owe(place, true);
      place = next;
      const isDue = next.tip.seq - sealedTo >= mostUnsealed || drafts.some(({ type }) => type === 'call.closed');
      if (isDue) seal();
    },
    ready,
    vouch,
    handOver: async (next) => {
      const vouched = await vouch();
      const own = vouched.ok ? await key() : vouched;
      if (!own?.ok || !place) return own && !own.ok ? own : fail('audit-unavailable');
      return ok(handOver(own.value, next, place.tip));
    },
    view: () => ({
      key: publicKey,
      verified: verified.whole && !refused ? { to: place?.tip.seq ?? 0, whole: true } : verified,
      anchored,
      failure: refused ? { code: refused } : anchorFailure,
    }),
    standsAt,
    distrust: async (reason, to) => {
      verified = { to, whole: false };
      if (!refused) await refuse('audit-damaged', reason);
    },
    close: async () => {
      await checking;
      seal(true);
      await sealing?.settled();
    },
  };
};

/** So that verifying a long journal leaves the desk room to work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20).unref());
