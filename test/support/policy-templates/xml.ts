// A line break by its number, for what indents the lines around it.
const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

const escapeXml = (text: string): string => text.replace(/[&<>"\n]/g, (letter) => names[letter] ?? letter);

type Attributes = Readonly<Record<string, string | number>>;

const start = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ');

/** An element; its content is lines that are XML already. */
export const element = (name: string, attributes: Attributes, ...content: readonly string[]): string =>
  content.length === 0
    ? `<${start(name, attributes)} />`
    : `<${start(name, attributes)}>\n${content
        .join('\n')
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')}\n</${name}>`;

/** An element with text alone. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  `<${start(name, attributes)}>${escapeXml(text)}</${name}>`;
