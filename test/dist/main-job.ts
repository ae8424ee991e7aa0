import { demoPersons } from '../support/demo-persons.mjs';
import type { openInstalled } from './driver.js';

type Installed = Awaited<ReturnType<typeof openInstalled>>;
const { complete } = demoPersons;

/** What such a call leaves in the journal, in this order. */
export const mainJobEntries = [
  ...['call.started', 'lookup.requested', 'claims.compared'],
  ...['call.verified', 'field.revealed', 'call.closed'],
];

/**
 * An access reset from the first sign-in to the receipt, by keyboard alone.
 * @param meanwhile what happens to the machine while a caller is being chosen
 */
export const playMainJob = async (
  desk: Installed,
  token: string,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> => {
  const { steps } = await desk.words();
  const heading = (title: string) =>
    desk.isSo(`document.querySelector('main h1')?.innerText === ${JSON.stringify(title)}`);
  await desk.focused('input[type=password]');
  await desk.type(token);
  await desk.press('Enter');
  await desk.focused('.told .button');
  await desk.press('Enter');
  await desk.focused('input[name=purpose]');
  await desk.press('2');
  await desk.focused('input[type=text], input:not([type])');
  await desk.type('INC-20418');
  await desk.press('Enter');
  await heading(steps.find.title);
  await desk.type(complete.userName);
  await desk.press('Enter');
  await desk.focused('section.candidates *');
  await meanwhile();
  await desk.press('Enter');
  await heading(steps.compare.title);
  await desk.type(complete.workEmail);
  await desk.press('Enter');
  await heading(steps.prove.title);
  await desk.press('Enter');
  await desk.shows(complete.workPhone);
  await desk.focused('.choices');
  await desk.press('1');
  await heading(steps.verified.title);
  await desk.focused('.reveals *');
  await desk.press('1');
  await desk.shows(complete.userName);
  await desk.press('e', ['control']);
  await heading(steps.close.title);
  await desk.focused('.choices');
  await desk.press('1');
  await heading(steps.receipt.title);
};
