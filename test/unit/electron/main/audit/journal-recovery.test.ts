import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeDisk, type FakeDisk } from './fake-disk.js';
import { allOf, draft, journalOn } from './journal-of.js';

/** One caller after the other, or several at once; each caller has one to four drafts of these lengths. */
const rounds = fc.array(
  fc.array(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 5 },
);
const choices = fc.infiniteStream(fc.nat({ max: 1_000_000 }));
/** So small that segments turn over within a run. */
const segmentBytes = 3000;

/** Appends until the disk dies; answers what was acknowledged, in order of number. */
const appendUntilDeath = async (disk: FakeDisk, plan: readonly (readonly (readonly number[])[])[]) => {
  const journal = journalOn(disk, { segmentBytes });
  const acknowledged = new Map<number, string>();
  const run = async (): Promise<void> => {
    for (const [nth, callers] of plan.entries()) {
      await Promise.all(
        callers.map(async (lengths, caller) => {
          const outcomes = lengths.map((_, place) => `${nth}.${caller}.${place}`);
          const appended = await journal.append(lengths.map((length, place) => draft(outcomes[place] ?? '', length)));
          if (!appended.ok) return;
          for (const [place, outcome] of outcomes.entries())
            acknowledged.set(appended.value - outcomes.length + 1 + place, outcome);
        }),
      );
    }
  };
  await Promise.race([run(), disk.death]);
  return acknowledged;
};

const expectWhole = async (files: ReadonlyMap<string, Buffer>, acknowledged: ReadonlyMap<number, string>) => {
  const disk = createFakeDisk(files);
  const journal = journalOn(disk, { segmentBytes });
  expect(await journal.open()).toEqual({ ok: true, value: undefined });
  const entries = await allOf(journal);
  for (const [seq, outcome] of acknowledged) expect(entries[seq - 1]?.outcome).toBe(outcome);
  expect((await journal.append([draft('after')])).ok).toBe(true);
  const again = journalOn(createFakeDisk(disk.afterPowerCut(() => 0)), { segmentBytes });
  expect(await again.open()).toEqual({ ok: true, value: undefined });
  expect((await allOf(again)).map(({ outcome }) => outcome)).toEqual([
    ...entries.map(({ outcome }) => outcome),
    'after',
  ]);
};

test('a killed process loses no acknowledged entry, whatever it was doing', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.integer({ min: 1, max: 60 }), async (plan, operations) => {
      const disk = createFakeDisk();
      disk.dieAfter(operations);
      const acknowledged = await appendUntilDeath(disk, plan);
      await expectWhole(disk.afterKill(), acknowledged);
    }),
    { numRuns: 150 },
  );
});

test('a power cut loses no acknowledged entry, whichever unsynced sectors reached the disk', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.integer({ min: 1, max: 60 }), choices, async (plan, operations, random) => {
      const disk = createFakeDisk();
      disk.dieAfter(operations);
      const acknowledged = await appendUntilDeath(disk, plan);
      await expectWhole(
        disk.afterPowerCut((below) => (random.next().value ?? 0) % below),
        acknowledged,
      );
    }),
    { numRuns: 300 },
  );
});

test('a kill and then a power cut while recovering lose no acknowledged entry', async () => {
  await fc.assert(
    fc.asyncProperty(
      rounds,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 25 }),
      choices,
      async (plan, first, second, random) => {
        const disk = createFakeDisk();
        disk.dieAfter(first);
        const acknowledged = await appendUntilDeath(disk, plan);
        const recovering = disk.killed();
        recovering.dieAfter(second);
        await Promise.race([journalOn(recovering, { segmentBytes }).append([draft('recovered')]), recovering.death]);
        await expectWhole(
          recovering.afterPowerCut((below) => (random.next().value ?? 0) % below),
          acknowledged,
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('a journal whose disk errs now and then stays whole and keeps what it acknowledged', async () => {
  const faults = fc.array(
    fc.tuple(
      fc.constantFrom('write', 'datasync', 'sync', 'truncate', 'rename', 'open'),
      fc.constantFrom('EIO', 'ENOSPC', 100, 700),
      fc.nat({ max: 80 }),
    ),
    {
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(rounds, faults, choices, async (plan, wrong, random) => {
      const disk = createFakeDisk();
      disk.failing(
        (operation, _path, count) => wrong.find(([kind, , at]) => kind === operation && Math.abs(at - count) < 2)?.[1],
      );
      const acknowledged = await appendUntilDeath(disk, plan);
      disk.failing(() => undefined);
      await expectWhole(disk.afterKill(), acknowledged);
      await expectWhole(
        disk.afterPowerCut((below) => (random.next().value ?? 0) % below),
        acknowledged,
      );
    }),
    { numRuns: 200 },
  );
});
