import { decodeUtf8 } from './decode.js';
import { readDocument, type Read } from './document.js';
import type { Machine } from './machine.js';
import { readTrusted } from './policy-file.js';
import { problemOf } from './problem.js';

const plutil = '/usr/bin/plutil';

/** The property list that device management laid down for the whole machine, as JSON. No file is no managed policy. */
export const readManagedPreferences = (file: string, machine: Machine): Read[] => {
  const trusted = readTrusted(file, machine);
  if (!(trusted instanceof Uint8Array)) {
    return trusted.kind === 'missing-file' ? [] : [{ ok: false, problems: [trusted] }];
  }
  const asked = machine.run({ file: plutil, args: ['-convert', 'json', '-o', '-', file], env: {} });
  // plutil ends with 1 for what is no property list, and for a date or bytes, which JSON does not have.
  if (!asked.ok) return [{ ok: false, problems: [problemOf(file, 'no-answer', `${plutil}: ${asked.why}`)] }];
  const text = decodeUtf8(asked.out);
  if (text === null) return [{ ok: false, problems: [problemOf(file, 'not-json', 'not UTF-8')] }];
  return [readDocument({ source: file, text, lined: false })];
};
