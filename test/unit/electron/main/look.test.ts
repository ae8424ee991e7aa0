import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLook } from '../../../../electron/main/look.js';
import type { Look } from '../../../../shared/look.js';

const page = Buffer.from('<!doctype html>\n<html lang="en">\n<head></head></html>\n');
const unchosen: Look = { language: null, theme: 'system', callerLanguage: null };
const chosen: Look = { language: 'sv', theme: 'dark', callerLanguage: 'fi' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunniste-look-'));
  file = join(folder, 'look.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const tagOf = (html: Buffer): string => /<html[^>]*>/.exec(html.toString())?.[0] ?? '';
const tagFor = (look: Look): string => `<html lang="${look.language ?? 'en'}" data-look='${JSON.stringify(look)}'>`;

describe('how the desk looks', () => {
  it('is nobody’s choice at first', () => {
    expect(tagOf(createLook(file).dress(page))).toBe(tagFor(unchosen));
  });

  it('comes with every page from the next on, and after a restart', async () => {
    const look = createLook(file);
    expect(await look.keep(chosen)).toEqual({ ok: true, value: { kept: true } });
    expect(tagOf(look.dress(page))).toBe(tagFor(chosen));
    expect(tagOf(createLook(file).dress(page))).toBe(tagFor(chosen));
    expect(
      look
        .dress(page)
        .toString()
        .replace(/<html[^>]*>/, '<html lang="en">'),
    ).toBe(page.toString());
  });

  it('is kept whole or not at all, for this person alone', async () => {
    const look = createLook(file);
    await look.keep(chosen);
    expect(readdirSync(folder)).toEqual(['look.json']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(chosen);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that cannot be kept is said, and the one before stays', async () => {
    const look = createLook(join(folder, 'nowhere', 'look.json'));
    expect(await look.keep(chosen)).toEqual({ ok: false, error: { code: 'look-not-kept' } });
    expect(tagOf(look.dress(page))).toBe(tagFor(unchosen));
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['values of other kinds', '{"language":["fi"],"theme":1,"callerLanguage":{}}'],
    ['values that are none', '{"language":"de","theme":"blue","callerLanguage":"toString"}'],
    ['what would end the attribute', `{"language":"fi'><script src=x>","theme":"dark'"}`],
  ])('in a file with %s counts as not chosen', (_what, text) => {
    writeFileSync(file, text);
    expect(tagOf(createLook(file).dress(page))).toBe(tagFor(unchosen));
  });
});
