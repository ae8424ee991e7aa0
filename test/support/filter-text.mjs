// @ts-check

/**
 * A filter as a server writes it into its log (RFC 4515), as nested lists of the same form as `filterIn` makes of bytes.
 * Read here by other code than the product's, and only what a log may hold.
 * @param {string} text
 * @returns {import('./ber.mjs').Meant}
 */
export function readFilter(text) {
  const { filter, end } = groupAt(text, 0);
  if (end !== text.length) throw new Error(`more than a filter: ${text}`);
  return filter;
}

const groups = /** @type {const} */ ({ '&': 'and', '|': 'or', '!': 'not' });

/** @param {string} text @param {number} at @returns {{ filter: import('./ber.mjs').Meant, end: number }} */
function groupAt(text, at) {
  if (text[at] !== '(') throw new Error(`no filter at ${at}: ${text}`);
  const sign = text[at + 1] ?? '';
  if (!(sign in groups)) {
    const end = text.indexOf(')', at);
    return { filter: item(text.slice(at + 1, end)), end: end + 1 };
  }
  const parts = [];
  let end = at + 2;
  while (text[end] === '(') {
    const next = groupAt(text, end);
    parts.push(next.filter);
    end = next.end;
  }
  if (text[end] !== ')') throw new Error(`not closed: ${text}`);
  return { filter: [groups[/** @type {keyof typeof groups} */ (sign)], ...parts], end: end + 1 };
}

/** @param {string} text @returns {import('./ber.mjs').Meant} */
function item(text) {
  const sign = text.search(/[~<>:]?=/);
  const name = text.slice(0, sign);
  const kind = text[sign] === '=' ? '=' : text.slice(sign, sign + 2);
  const value = text.slice(sign + kind.length);
  if (kind === '=' && value === '*') return ['present', name];
  const [attribute = '', rule = ''] = name.split(':');
  if (kind === ':=') return [':=', attribute, rule, bytes(value)];
  return [/** @type {'='} */ (kind), name, bytes(value)];
}

/** @param {string} text every byte of it that is not plain ASCII stands as two digits */
function bytes(text) {
  return Buffer.from(
    text.replace(/\\([\dA-F]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16))),
    'latin1',
  );
}
