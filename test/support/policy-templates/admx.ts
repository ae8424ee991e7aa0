import { formOf, leavesOf, sections, type Schema } from './keys.js';
import { finnish, languages, product, swedish, titles, type Language } from './words.js';
import { element, textElement } from './xml.js';

const key = 'Software\\Policies\\Tunniste';
const namespace = 'Tunniste.Policies.Tunniste';
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const schemas = {
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
};

const isSwitch = (schema: Schema): boolean => schema.type === 'boolean';

const value = (text: string): string => element('string', {}, text).replace(/\s*\n\s*/g, '');

/** Each top-level key is one policy and one REG_SZ: a switch holds `true` or `false`, the rest text or JSON. */
const policyElement = ([name, schema]: readonly [string, Schema]): string =>
  element(
    'policy',
    {
      name,
      class: 'Machine',
      displayName: `$(string.${name})`,
      explainText: `$(string.${name}_about)`,
      ...(isSwitch(schema) ? {} : { presentation: `$(presentation.${name})` }),
      key,
      ...(isSwitch(schema) ? { valueName: name } : {}),
    },
    element('parentCategory', { ref: 'Tunniste' }),
    element('supportedOn', { ref: 'Supported' }),
    ...(isSwitch(schema)
      ? [element('enabledValue', {}, value('true')), element('disabledValue', {}, value('false'))]
      : [
          element(
            'elements',
            {},
            element('text', { id: name, valueName: name, required: 'true', maxLength: 1_000_000 }),
          ),
        ]),
  );

/** The administrative template: what Group Policy and Intune offer. */
export const admx = (): string =>
  `${declaration}${element(
    'policyDefinitions',
    { ...schemas, revision: '1.0', schemaVersion: '1.0' },
    element('policyNamespaces', {}, element('target', { prefix: 'tunniste', namespace })),
    element('resources', { minRequiredRevision: '1.0' }),
    element(
      'supportedOn',
      {},
      element('definitions', {}, element('definition', { name: 'Supported', displayName: '$(string.Supported)' })),
    ),
    element('categories', {}, element('category', { name: 'Tunniste', displayName: '$(string.Tunniste)' })),
    element('policies', {}, ...sections.map(policyElement)),
  )}\n`;

const wordsIn = (language: Language, name: string, { description }: Schema) => {
  if (!description) throw new Error(`the schema does not say what ${name} is about`);
  const english = { title: titles[name as keyof typeof titles], about: description };
  return { en: english, fi: finnish[name as keyof typeof titles], sv: swedish[name as keyof typeof titles] }[language];
};

const explain = (language: Language, name: string, schema: Schema): string => {
  const { about } = wordsIn(language, name, schema);
  const words = product[language];
  const leaves = leavesOf(schema).map(({ path, schema: leaf }) => {
    const meaning = language === 'en' && leaf.description ? ` – ${leaf.description}` : '';
    return `${path}: ${formOf(leaf)}${meaning}`;
  });
  const how = schema.type === 'string' ? words.text : words.json;
  return [
    about,
    ...(isSwitch(schema) ? [] : [how]),
    ...(leaves.length > 0 ? [`${words.keys}\n${leaves.join('\n')}`] : []),
  ].join('\n\n');
};

/** The template's words in one language; the English ones are the schema's own. */
export const adml = (language: Language): string => {
  const words = product[language];
  const strings = sections.flatMap(([name, schema]) => [
    textElement('string', { id: name }, wordsIn(language, name, schema).title),
    textElement('string', { id: `${name}_about` }, explain(language, name, schema)),
  ]);
  const boxes = sections
    .filter(([, schema]) => !isSwitch(schema))
    .map(([name, schema]) =>
      element(
        'presentation',
        { id: name },
        element('textBox', { refId: name }, textElement('label', {}, wordsIn(language, name, schema).title)),
      ),
    );
  return `${declaration}${element(
    'policyDefinitionResources',
    { ...schemas, revision: '1.0', schemaVersion: '1.0' },
    textElement('displayName', {}, words.product),
    textElement('description', {}, `${words.product} (${languages[language]})`),
    element(
      'resources',
      {},
      element(
        'stringTable',
        {},
        textElement('string', { id: 'Tunniste' }, words.product),
        textElement('string', { id: 'Supported' }, words.supported),
        ...strings,
      ),
      element('presentationTable', {}, ...boxes),
    ),
  )}\n`;
};
