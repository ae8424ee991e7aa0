import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The base64 of a text inside a longer one, at each of its three alignments, less the edges that neighbours change. */
const base64Forms = (text: string): string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - 1);
  });

/** Every way in which a text may lie in a file. */
export const forms = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(encodeURIComponent(text)),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
  ...base64Forms(text).map((form) => Buffer.from(form)),
  ...base64Forms(text).map((form) => Buffer.from(form.replaceAll('+', '-').replaceAll('/', '_'))),
];

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

/** Which of the texts lie in which files of a folder. */
export const hits = (folder: string, texts: readonly string[]): string[] =>
  filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return texts.filter((text) => forms(text).some((form) => bytes.includes(form))).map((text) => `${text} in ${file}`);
  });
