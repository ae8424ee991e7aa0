import { ask, journalOf, signInByAsking } from '../e2e/ask.js';
import { prefer, wordsIn } from '../e2e/at-the-desk.js';
import { byUserName } from '../e2e/proving.js';
import { test } from '../support/fixtures.js';
import { createCamera, looks } from './camera.js';

for (const { language, theme } of looks) {
  test(`reports in ${language}, ${theme}`, async ({ openDesk, policy, registry, home }) => {
    const roles = ['agent', 'privacy-officer', 'auditor'];
    const desk = await openDesk({ policy: { ...policy, signIn: { kind: 'token', roles } } });
    const { page } = desk;
    const { both } = createCamera(desk, `${language}-${theme}-reports`);
    const words = wordsIn(language);
    await signInByAsking(page, registry.token);
    await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
    await ask(page, 'findSubject', byUserName);
    await ask(page, 'closeCall', { outcome: 'resolved' });
    const { subject = '' } = journalOf(home).find(({ type }) => type === 'lookup.answered') ?? {};
    await desk.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, `${home.path}/report.pdf`);
    await prefer(page, { language, theme });
    await page.getByRole('button', { name: words.audit.title, exact: true }).click();
    await page.getByRole('button', { name: words.reports.openExport }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.reports.save }).waitFor();
    await both('export');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.reports.openSubject }).click();
    await dialog.locator('input.mono').fill(subject ?? '');
    await dialog.getByLabel(words.reports.person).fill('Åke Öhman');
    await dialog.getByRole('button', { name: words.reports.save }).click();
    await dialog.getByText('report.pdf').waitFor();
    await both('subject');
  });
}
