// @ts-check
// Just enough of BER (X.690) to speak LDAP without the library that the product speaks it with.

/** @param {number} length */
function lengthBytes(length) {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return Buffer.concat([Buffer.from([0x84]), bytes]);
}

/** @param {number} tag @param {...(Buffer | string)} parts */
export function ber(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([tag]), lengthBytes(content.length), content]);
}

export const integer = (/** @type {number} */ value) => ber(0x02, Buffer.from([value >> 8, value & 0xff]));
export const octets = (/** @type {Buffer | string} */ value) => ber(0x04, value);
export const enumerated = (/** @type {number} */ value) => ber(0x0a, Buffer.from([value]));

/** @typedef {{ tag: number, content: Buffer, end: number }} Element */

/** The element at an offset; undefined when it is not all there. @param {Buffer} bytes @param {number} [from] @returns {Element | undefined} */
export function elementAt(bytes, from = 0) {
  const [tag, short] = [bytes[from], bytes[from + 1]];
  if (tag === undefined || short === undefined) return undefined;
  const more = short < 0x80 ? 0 : short & 0x7f;
  const start = from + 2 + more;
  if (more > 4 || bytes.length < start) return undefined;
  const end = start + (more === 0 ? short : bytes.readUIntBE(from + 2, more));
  return bytes.length < end ? undefined : { tag, content: bytes.subarray(start, end), end };
}

/** All the elements in a content. @param {Buffer} bytes @returns {Element[]} */
export function elements(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const next = elementAt(bytes, at);
    if (!next) throw new Error('cut off');
    found.push(next);
    at = next.end;
  }
  return found;
}

/** @typedef {['and' | 'or' | 'not', ...Meant[]]} Group @typedef {['=' | '>=' | '<=' | '~=', string, Buffer]} Item */
/** @typedef {Group | Item | ['present', string] | [':=', string, string, Buffer]} Meant a filter, as nested lists */

const items = /** @type {const} */ ({ 0xa3: '=', 0xa5: '>=', 0xa6: '<=', 0xa8: '~=' });
const groups = /** @type {const} */ ({ 0xa0: 'and', 0xa1: 'or', 0xa2: 'not' });

/** The filter that these bytes are (RFC 4511 §4.5.1.7). @param {Element} element @returns {Meant} */
export function filterIn({ tag, content }) {
  if (tag in groups) return [groups[/** @type {keyof typeof groups} */ (tag)], ...elements(content).map(filterIn)];
  if (tag === 0x87) return ['present', content.toString()];
  if (tag === 0xa9) {
    const parts = new Map(elements(content).map((part) => [part.tag, part.content]));
    return [':=', String(parts.get(0x82)), String(parts.get(0x81)), parts.get(0x83) ?? Buffer.alloc(0)];
  }
  if (!(tag in items)) throw new Error(`no filter: ${tag}`);
  const [name, value, ...rest] = elements(content);
  if (!name || !value || rest.length > 0) throw new Error('no comparison');
  return [items[/** @type {keyof typeof items} */ (tag)], name.content.toString(), value.content];
}
