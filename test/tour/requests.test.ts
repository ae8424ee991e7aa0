import { ask, signInByAsking } from '../e2e/ask.js';
import { prefer, wordsIn } from '../e2e/at-the-desk.js';
import { byUserName } from '../e2e/proving.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { test } from '../support/fixtures.js';
import { mailDesk } from '../support/mail-desk.js';
import { createCamera, looks } from './camera.js';

const { workEmail } = demoPersons.complete;

for (const { language, theme } of looks) {
  test(`requests in ${language}, ${theme}`, async ({ openDesk, policy, registry }) => {
    const mail = await mailDesk(policy);
    const desk = await openDesk({ policy: mail.policy });
    const { page } = desk;
    const { both } = createCamera(desk, `${language}-${theme}-requests`);
    const words = wordsIn(language);
    const verify = async (purpose: string) => {
      await ask(page, 'startCall', { purpose, ticket: 'INC-20418', callerNumber: '' });
      await ask(page, 'findSubject', byUserName);
      await ask(page, 'chooseCandidate', { number: 1 });
      await ask(page, 'compareClaims', { claims: { workEmail } });
    };
    await signInByAsking(page, registry.token);
    await verify('disclose');
    await prefer(page, { language, theme });
    await page.getByLabel(words.requests.file.recipient).fill('Example Police');
    await both('disclosure');
    await ask(page, 'closeCall', { outcome: 'resolved' });
    await verify('end-of-use');
    await ask(page, 'fileRequest', { kind: 'end-of-use', matter: 'in-writing', words: '' });
    await ask(page, 'closeCall', { outcome: 'resolved' });
    await mail.down();
    await verify('block');
    await ask(page, 'fileRequest', { kind: 'block', matter: 'misuse', words: 'The phone is lost.' });
    await ask(page, 'closeCall', { outcome: 'resolved' });
    await page.reload();
    await page.getByRole('button', { name: words.requests.title, exact: true }).waitFor();
    await page.keyboard.press('Alt+5');
    await page.getByRole('article').nth(1).waitFor();
    await both('waiting-and-sent');
    await mail.end();
  });
}
