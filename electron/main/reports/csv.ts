/** What makes a spreadsheet take a cell for a formula, in half and full width. */
const formula = /(^|[,;\t\r\n|])(["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * One cell, always quoted (RFC 4180). What a spreadsheet would take for a formula, in this cell or in one that it makes of it by splitting
 * at another separator, gets an apostrophe before it.
 */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  // SECURITY: tickets, names and hosts are typed by people; none of them is ever run by whoever opens the file.
  const safe = text.replace(/^[\t\r]+/, "'$&").replace(formula, "$1$2'");
  return `"${safe.replaceAll('"', '""')}"`;
};

/** Spreadsheets take a file for UTF-8 when it begins so. */
export const byteOrderMark = '\ufeff';

/** One record with its line break. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
