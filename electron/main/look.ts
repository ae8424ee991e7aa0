import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { languages } from '../../shared/language.js';
import { lookAttribute, themes, type Look } from '../../shared/look.js';
import { fail, ok, type Result } from '../../shared/result.js';

const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | null =>
  known.find((each) => each === value) ?? null;

/** What a person chose earlier; whatever in the file is no choice counts as none. Read before there is a page, so at once. */
const readLook = (file: string): Look => {
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Never written, or no JSON.
  }
  const { language, theme, callerLanguage } = Object(kept) as Record<keyof Look, unknown>;
  return {
    language: oneOf(languages, language),
    theme: oneOf(themes, theme) ?? 'system',
    callerLanguage: oneOf(languages, callerLanguage),
  };
};

/** Every value is one of a list, so nothing in it can end the attribute. */
const dressed = (html: string, look: Look): string =>
  html.replace(/<html[^>]*>/, `<html lang="${look.language ?? 'en'}" ${lookAttribute}='${JSON.stringify(look)}'>`);

export interface KeptLook {
  /** The page in that look: UTF-8 HTML. */
  dress(page: Buffer): Buffer;
  /** Keeps a look for every page to come. Fails with `look-not-kept`. */
  keep(look: Look): Promise<Result<{ kept: true }>>;
}

/** The look comes with the page: a page that had to ask for it, even its own storage, would be seen later. */
export const createLook = (file: string): KeptLook => {
  let current = readLook(file);
  return {
    dress: (page) => Buffer.from(dressed(page.toString(), current)),
    keep: async (look) => {
      try {
        await writeFile(`${file}.new`, JSON.stringify(look), { mode: 0o600 });
        await rename(`${file}.new`, file);
      } catch {
        return fail('look-not-kept');
      }
      current = look;
      return ok({ kept: true });
    },
  };
};
