import type { CommandLine } from 'electron';

// SECURITY: what Chromium does on the side and by itself, and a desk never needs.
const switches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
];

/** Before `ready`: Chromium contacts nobody of its own accord. */
export const beQuiet = (commandLine: Pick<CommandLine, 'appendSwitch'>): void => {
  for (const each of switches) commandLine.appendSwitch(each);
};
