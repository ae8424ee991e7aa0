import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { disk, type DiskFile, type FileLayer } from '../../electron/main/audit/durable-file.js';
import { byUserName, canaryMarks, openCallDesk, reset, rightFacts, type CallDesk } from '../support/call-desk.js';

type Fault = 'EIO' | 'ENOSPC';

/** A disk that fails one operation and tells what is durable: what stood in the file when a sync last answered. */
const createFaultyDisk = (failAt: number, code: Fault) => {
  let operations = 0;
  let durable = '';
  const attempt = <T>(work: () => Promise<T>): Promise<T> =>
    operations++ === failAt ? Promise.reject(Object.assign(new Error(code), { code })) : work();
  const watched = (path: string, file: DiskFile): DiskFile => {
    const synced = async (sync: () => Promise<void>): Promise<void> => {
      await attempt(sync);
      if (path.endsWith('.jsonl') || path.includes('.jsonl.')) durable = await readFile(path, 'utf8');
    };
    return {
      write: (bytes, offset, length, position) => attempt(() => file.write(bytes, offset, length, position)),
      read: (bytes, offset, length, position) => file.read(bytes, offset, length, position),
      truncate: (length) => attempt(() => file.truncate(length)),
      sync: () => synced(() => file.sync()),
      datasync: () => synced(() => file.datasync()),
      stat: () => file.stat(),
      close: () => file.close(),
    };
  };
  const files: FileLayer = {
    ...disk,
    open: async (path, flags, mode) => watched(path, await disk.open(path, flags, mode)),
  };
  return { files, durable: () => durable, operations: () => operations };
};

/** What an answer shows, and the entry that has to be durable before. */
const shows: readonly (readonly [RegExp, string])[] = [
  [/"candidates":\[\{/, '"type":"lookup.answered"'],
  [/"compared":"(?:match|no-match)"/, '"type":"claims.compared"'],
  [/"number":"\+358/, '"type":"factor.started"'],
  [/"step":"verified"/, '"type":"call.verified"'],
  [/"value":"canary7f3a"/, '"type":"field.revealed"'],
];

let desk: CallDesk;
afterEach(() => desk.end());

/** Plays the call to its end whatever fails, and looks at every answer as the window would get it. */
const play = async (failAt: number, code: Fault) => {
  const faulty = createFaultyDisk(failAt, code);
  desk = await openCallDesk({ files: faulty.files });
  const steps = [
    () => desk.startCall(reset),
    () => desk.findSubject(byUserName),
    () => desk.chooseCandidate({ number: 1 }),
    () => desk.compareClaims(rightFacts),
    () => desk.startCallBack(),
    () => desk.finishCallBack({ result: 'reached' }),
    () => desk.revealField({ field: 'userName' }),
    () => desk.closeCall({ outcome: 'resolved' }),
  ];
  const answers: unknown[] = [];
  const unrecorded: string[] = [];
  for (const step of steps) {
    const answer = await step();
    answers.push(answer);
    const text = JSON.stringify(answer);
    for (const [shown, entry] of shows)
      if (shown.test(text) && !faulty.durable().includes(entry)) unrecorded.push(`${entry} at ${failAt}`);
    if (!answer.ok)
      unrecorded.push(
        ...canaryMarks.filter((mark) => text.includes(mark)).map((mark) => `${mark} in a refusal at ${failAt}`),
      );
  }
  return { answers, unrecorded, operations: faulty.operations(), entries: await desk.entries() };
};

describe('no registry value reaches the renderer without a durable record before it', () => {
  it('when nothing fails, every answer follows its entry', async () => {
    const { answers, unrecorded } = await play(-1, 'EIO');
    expect(unrecorded).toEqual([]);
    expect(answers).toHaveLength(8);
    expect(answers.every((answer) => (answer as { ok: boolean }).ok)).toBe(true);
  });

  it.each<Fault>(['EIO', 'ENOSPC'])('whichever operation of the disk fails with %s', async (code) => {
    const { operations } = await play(-1, code);
    await desk.end();
    expect(operations).toBeGreaterThan(16);
    for (let failAt = 0; failAt < operations; failAt++) {
      const { answers, unrecorded } = await play(failAt, code);
      expect(unrecorded).toEqual([]);
      expect(
        answers.some((answer) => !(answer as { ok: boolean }).ok) || failAt >= operations - 1,
        `nothing failed at ${failAt}`,
      ).toBe(true);
      if (failAt < operations - 1) await desk.end();
    }
  });
});
