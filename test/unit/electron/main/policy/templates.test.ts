import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { adml, admx } from '../../../../support/policy-templates/admx.js';
import { example } from '../../../../support/policy-templates/example.js';
import { leavesOf, sections } from '../../../../support/policy-templates/keys.js';
import { mobileconfig } from '../../../../support/policy-templates/mobileconfig.js';
import { languages, type Language } from '../../../../support/policy-templates/words.js';

const folder = '../../../../../resources/policy-templates';
const text = await format(JSON.stringify(example), { parser: 'json', printWidth: 120 });
const idsIn = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element} id="([^"]+)"`, 'g'))].map(([, id]) => id);

const entity = /&(?:amp|lt|gt|quot|#10);/g;
const tag = /<(?<close>\/?)(?<name>[\w:]+)(?<attributes>(?: [\w:]+="[^"<]*")*)\s?(?<empty>\/?)>/g;

/** The names of elements left open, and whatever is neither a tag nor text. */
const faultsIn = (xml: string): string[] => {
  const [, body = ''] = /^<\?xml [^>]*\?>\n(?:<!DOCTYPE [^>]*>\n)?(.*)$/s.exec(xml) ?? [];
  const open: string[] = [];
  const faults: string[] = [];
  for (const { groups: { close, name = '', empty } = {} } of body.matchAll(tag)) {
    if (close && open.pop() !== name) faults.push(name);
    if (!close && !empty) open.push(name);
  }
  const rest = body.replace(tag, '').replace(entity, '').match(/[<>&]/g) ?? [];
  return [...faults, ...open, ...rest];
};

describe('the templates for IT are generated from the schema', () => {
  it('for Group Policy', () => expect(admx()).toMatchFileSnapshot(`${folder}/windows/tunniste.admx`));
  it.each(Object.entries(languages))('for Group Policy, in %s', (language, locale) =>
    expect(adml(language as Language)).toMatchFileSnapshot(`${folder}/windows/${locale}/tunniste.adml`),
  );
  it('for macOS', () => expect(mobileconfig()).toMatchFileSnapshot(`${folder}/macos/tunniste.mobileconfig`));
  it('for Linux', () => expect(text).toMatchFileSnapshot(`${folder}/linux/policies/managed/10-example.json`));
});

describe('the templates', () => {
  it('offer every key of the policy, once', () => {
    const named = [...admx().matchAll(/<policy name="([^"]+)"/g)].map(([, name]) => name);
    expect(named).toEqual(sections.map(([name]) => name));
  });

  it.each(Object.keys(languages) as Language[])('say every title and every box in %s', (language) => {
    const words = adml(language);
    const wanted = [...admx().matchAll(/\$\((string|presentation)\.([^)]+)\)/g)];
    const missing = wanted.filter(([, kind = '', id]) => !idsIn(words, kind).includes(id));
    expect(missing.map(([all]) => all)).toEqual([]);
  });

  it('tell every key below a section', () => {
    const english = adml('en');
    for (const [, schema] of sections) for (const { path } of leavesOf(schema)) expect(english).toContain(`${path}: `);
  });

  it.each<readonly [string, string]>([
    ['admx', admx()],
    ...Object.keys(languages).map((language) => [language, adml(language as Language)] as const),
    ['mobileconfig', mobileconfig()],
  ])('are well-formed XML: %s', (_name, xml) => expect(faultsIn(xml)).toEqual([]));

  it('begin with an example that is a valid policy', () => expect(checkPolicy(text)).toMatchObject({ ok: true }));
});
