import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeCertificates } from '../support/certificates.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test as base } from '../support/fixtures.js';
import { layDown } from '../support/policy.mjs';
import { startSyslogCollector } from '../support/syslog-collector.mjs';
import { ask, auditFolder, signInByAsking, typesOf } from './ask.js';
import { wordsIn } from './at-the-desk.js';

type Collector = Awaited<ReturnType<typeof startSyslogCollector>> & { readonly caFile: string };

const test = base.extend<{ collector: Collector }>({
  collector: async ({}, use) => {
    const { ca, good } = await makeCertificates();
    const file = await layDown('authorities.pem', ca);
    const collector = await startSyslogCollector({ ca, ...good });
    await use({ ...collector, caFile: file.path });
    await collector.stop();
    await file.remove();
  },
});

/** Nothing but the journal's own lines. */
const linesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1));

const find = async (page: Page): Promise<string> => {
  const request = { by: 'userName', identifier: demoPersons.complete.userName, organisation: '' } as const;
  const found = await ask(page, 'findSubject', request);
  return found.ok ? 'found' : found.error.code;
};

test('what no collector has is counted in sight, stops lookups when it is too much, and arrives whole when it is back', async ({
  openDesk,
  policy,
  registry,
  home,
  collector,
}) => {
  const { url, caFile } = collector;
  const words = wordsIn('en').delivery;
  await collector.goDown();
  const { page } = await openDesk({
    policy: {
      ...policy,
      allowedHosts: [...policy.allowedHosts, new URL(url).host],
      network: { caFile },
      audit: { deliver: [{ kind: 'syslog', url }], maxUndelivered: 10 },
    },
  });
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText(/Collector: \d+ entries waiting since/);
  for (let lookups = 0; (await find(page)) === 'found'; lookups++) expect(lookups).toBeLessThan(10);
  expect(await find(page)).toBe('undelivered-too-many');
  await expect(status.getByRole('alert')).toContainText(words.stopped);
  await page.keyboard.press('Alt+3');
  const collectors = page.getByRole('region', { name: words.title });
  await expect(collectors).toContainText(wordsIn('en').failures['collector-unreachable'].what);
  expect(typesOf(home).filter((type) => type.startsWith('delivery.'))).toEqual(['delivery.begun', 'delivery.failed']);

  await collector.comeBack();
  // Who asks again does not wait out a long pause.
  await expect.poll(() => find(page), { timeout: 15_000 }).toBe('found');
  await expect(status).toContainText(words.delivered);
  await expect
    .poll(async () => {
      const written = await collector.written();
      return JSON.stringify(written.map(({ message }) => message)) === JSON.stringify(linesIn(auditFolder(home)));
    })
    .toBe(true);
  expect(typesOf(home)).toContain('delivery.resumed');
});
