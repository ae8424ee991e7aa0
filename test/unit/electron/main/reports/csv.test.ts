import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteOrderMark, csvLine } from '../../../../../electron/main/reports/csv.js';

/** The cells of a record, as RFC 4180 has them. */
const cellsOf = (record: string): string[] =>
  [...record.replace(/\r\n$/, '').matchAll(/(?:^|,)"((?:[^"]|"")*)"/g)].map(([, cell = '']) =>
    cell.replaceAll('""', '"'),
  );

const trigger = '=+-@＝＋－＠\t\r';
const hostile = fc.array(fc.oneof(fc.constantFrom(...trigger, ...' \n,;|"\'a1'), fc.string({ maxLength: 3 })), {
  maxLength: 12,
});

describe('a line of comma-separated values', () => {
  test('holds as many cells as it was given, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(cellsOf(csvLine(cells.map((cell) => cell.join(''))))).toHaveLength(cells.length);
      }),
    );
  });

  test('never begins a cell with what a spreadsheet takes for a formula, at whatever separator it splits', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const [cell = ''] = cellsOf(csvLine([parts.join('')]));
        expect(trigger).not.toContain(cell.charAt(0) || 'x');
        for (const piece of cell.split(/[,;|\t\r\n]/)) expect(piece).not.toMatch(/^["'\s]*[=+\-@＝＋－＠](?<!'.)/);
      }),
    );
  });

  test('changes nothing else', () => {
    for (const text of ['', 'by-workEmail', 'INC-20418', 'Åström; Öberg', '"quoted"', "it's", '1-2=3', 'Оля'])
      expect(cellsOf(csvLine([text, 7, null]))).toEqual([text, '7', '']);
  });

  test('is what spreadsheets expect: quoted, with CR LF, after a mark that says UTF-8', () => {
    expect(csvLine(['a"b', 1, null])).toBe('"a""b","1",""\r\n');
    expect(Buffer.from(byteOrderMark)).toEqual(Buffer.of(0xef, 0xbb, 0xbf));
  });
});
