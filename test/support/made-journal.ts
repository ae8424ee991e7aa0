import { createHash } from 'node:crypto';
import { chain } from '../../electron/main/audit/chain.js';
import { beginning, type Draft, type Tip } from '../../electron/main/audit/entry.js';
import { deviceKey, type DeviceKey } from '../../electron/main/credentials/device-key.js';
import { checkpointText } from '../../electron/evidence/checkpoint.js';
import { rootOf } from '../../electron/evidence/merkle.js';
import { noteName, segmentBytes, segmentName, treeName } from '../../electron/evidence/segment.js';
import { treeBytes } from '../../electron/evidence/tree-file.js';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A desk's key that is the same for the same name. @param successions of the desk's keys before it */
export const keyOf = (name: string, successions: readonly string[] = []): DeviceKey =>
  deviceKey('esimerkki.example', hashOf(name), successions);

/** An entry like those of a lookup. @param nth tells it apart */
export const draftOf = (nth: number): Draft => ({
  agent: `agent-${nth % 7}`,
  role: 'agent',
  desk: 'desk-1',
  app: '0.1.0',
  policy: 'p1',
  time: new Date(Date.UTC(2026, 10, 22, 10) + nth * 1000).toISOString(),
  type: nth % 2 === 0 ? 'lookup.requested' : 'lookup.answered',
  call: `call-${Math.floor(nth / 10)}`,
  purpose: 'support',
  ticket: `INC-${20000 + nth}`,
  subject: hashOf(`subject ${nth % 5000}`).toString('base64url'),
  fields: ['name', 'organisation', 'workEmail'],
  outcome: 'found',
  reason: 'by-workEmail',
  sealed: `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${hashOf(`sealed ${nth}`).toString('base64url').repeat(3)}`,
});

/** The checkpoint over everything up to there. */
export const noteAt = (key: DeviceKey, { seq, tree }: Pick<Tip, 'seq' | 'tree'>): string =>
  key.sign(checkpointText({ origin: key.public.name, size: seq, root: rootOf(tree) }));

interface Made {
  readonly entries: number;
  readonly key: DeviceKey;
  /** As the journal's own. */
  readonly segmentSize?: number;
  readonly draft?: (nth: number) => Draft;
  readonly put: (name: string, bytes: Buffer) => void;
}

/** A journal as a desk leaves it when it is closed: segments and their checkpoints. Answers the tips after each entry of a short one. */
export const makeJournal = ({ entries, key, segmentSize = segmentBytes, draft = draftOf, put }: Made): Tip[] => {
  const tips: Tip[] = [];
  let tip = beginning;
  for (let number = 1; tip.seq < entries; number += 1) {
    const parts: Buffer[] = [];
    for (let size = 0; size < segmentSize && tip.seq < entries; size += parts.at(-1)?.length ?? 0) {
      const link = chain(tip, [draft(tip.seq)], Date.UTC(2026, 10, 22) + tip.seq);
      parts.push(link.bytes);
      tip = link.tip();
      if (entries < 10_000) tips.push(tip);
    }
    put(segmentName(number), Buffer.concat(parts));
    put(noteName(number), Buffer.from(noteAt(key, tip)));
    put(treeName(number), treeBytes(tip));
  }
  return tips;
};
