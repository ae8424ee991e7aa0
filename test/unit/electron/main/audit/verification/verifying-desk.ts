import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Withheld } from '../../../../../../electron/main/audit/disclosure.js';
import { disk } from '../../../../../../electron/main/audit/durable-file.js';
import type { Check } from '../../../../../../electron/main/audit/verification/beside.js';
import { checkFolder } from '../../../../../../electron/main/audit/verification/check-folder.js';
import {
  createVerification,
  type VerificationParts,
} from '../../../../../../electron/main/audit/verification/verification.js';
import { createTurns } from '../../../../../../electron/main/turns/turns.js';
import { segmentName } from '../../../../../../electron/evidence/segment.js';
import { ok } from '../../../../../../shared/result.js';
import type { VerificationView } from '../../../../../../shared/verification.js';
import { openFaultDesk } from '../../../../../faults/fault-desk.js';
import { createMemoryKeychain } from '../../../../../support/requests.js';

/** In this thread; cancelled, it says so. */
export const checkHere: Check = async (asked, onProgress, signal) => {
  const report = await checkFolder(asked, onProgress);
  return signal.aborted ? null : report;
};

/** What waits until a test lets it go on. */
export const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

/** Places of desks on the real disk; segments end after a few entries. */
export const verifyingPlace = async () => {
  const parent = await mkdtemp(join(tmpdir(), 'tunniste-verification-'));
  const folder = join(parent, 'tunniste', 'audit');
  const keychain = createMemoryKeychain();
  let now = new Date('2026-01-10T10:00:00.000Z');
  const pathOf = (number: number): string => join(folder, segmentName(number));

  const openDesk = async (more: Partial<VerificationParts> = {}, domainNow?: string) => {
    const ground = { domainNow, files: disk, folder, keyFolder: join(parent, 'keys'), keychain, now: () => now };
    const desk = openFaultDesk(ground);
    await desk.keys.open();
    const views: VerificationView[] = [];
    const waiting: ((view: VerificationView) => void)[] = [];
    const turns = createTurns();
    const verification = createVerification({
      ...{ audit: desk.audit, evidence: desk.evidence, folder, turns, check: checkHere, now: () => now },
      who: () => ({ agent: 'auditor-1', role: 'auditor' }),
      onChanged: () => {
        const view = verification.view();
        if (view) views.push(view);
        if (view && view.state !== 'running') for (const over of waiting.splice(0)) over(view);
      },
      ...more,
    });
    const over = (): Promise<VerificationView> => new Promise((resolve) => waiting.push(resolve));
    return {
      ...{ ...desk, verification, views },
      /** What is shown when the one under way is over. */
      over,
      retain: () => turns(desk.retain),
      works: async (entries: number) => {
        for (let nth = 0; nth < entries; nth += 1) {
          const subject = new Withheld({ id: `subject-${nth % 3}` });
          const identifier = `${nth}`.repeat(20);
          const recorded = await desk.audit.record({ type: 'lookup.answered', subject, sealed: { identifier } });
          if (!recorded.ok) throw new Error(recorded.error.code);
        }
      },
      /** Starts one; answers what is shown when it is over. */
      verified: async (): Promise<VerificationView> => {
        const ended = over();
        expect(await verification.handlers.startVerification()).toEqual(ok({ started: true }));
        return ended;
      },
      all: async () => {
        const page = await desk.audit.stored(0, 1000);
        return page.ok ? page.value : [];
      },
    };
  };
  return {
    ...{ folder, pathOf, openDesk },
    /** What day it is (UTC), at ten. */
    on: (day: string): void => void (now = new Date(`${day}T10:00:00.000Z`)),
    /** Changes a letter in an entry of a segment, the nth that it holds. */
    change: (number: number, nth: number): void => {
      const lines = readFileSync(pathOf(number), 'utf8').split('\n');
      lines[nth] = lines[nth]?.replace('"role":"agent"', '"role":"agenf"') ?? '';
      writeFileSync(pathOf(number), lines.join('\n'));
    },
    end: () => rm(parent, { recursive: true }),
  };
};
