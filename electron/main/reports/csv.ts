/** What makes a spreadsheet take a cell for a formula, in half and full width. */
const formula = /(^|[,;\t\r\n|])(["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Nothing in it begins anything but a word or a number, wherever it is split. */
const plain = /^\w[\w.:/-]*$/;

/**
 * One cell, always quoted (RFC 4180). What a spreadsheet would take for a formula, in this cell or in one that it makes of it by splitting
 * at another separator, gets an apostrophe before it.
 */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  if (plain.test(text)) return `"${text}"`; // as nearly all of a million entries' are
  // SECURITY: tickets, names and hosts are typed by people; none of them is ever run by whoever opens the file.
  const safe = text.replace(/^[\t\r]+/, "'$&").replace(formula, "$1$2'");
  return `"${safe.replaceAll('"', '""')}"`;
};

/** Spreadsheets take a file for UTF-8 when it begins so. */
export const byteOrderMark = '\ufeff';

/** One record with its line break. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
