import { locales } from '../../../../shared/language.js';
import { reportWords, wordFor, type ReportWords } from './words/words.js';
import type { Deed, SubjectReport } from './subject-report.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text: nothing in it is ever markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '');

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

interface Column {
  readonly title: string;
  readonly of: (deed: Deed) => string;
}

/** A column that would be empty is left out: the page is narrow. */
const columnsOf = (report: SubjectReport, words: ReportWords, moment: (time: string) => string): Column[] => {
  const { column } = words;
  const list = new Intl.ListFormat(locales[report.language], { type: 'conjunction' });
  const all: readonly (Column & { readonly shown?: boolean })[] = [
    { title: column.time, of: ({ time }) => moment(time) },
    { title: column.purpose, of: ({ purpose }) => (purpose === null ? '' : wordFor(words.purpose, purpose)) },
    { title: column.done, of: ({ type }) => words.deed[type] },
    { title: column.fields, of: ({ fields }) => list.format(fields.map((field) => wordFor(words.field, field))) },
    {
      title: column.recipient,
      of: ({ recipient }) => recipient ?? '',
      shown: report.deeds.some(({ recipient }) => recipient !== null),
    },
    { title: column.reference, of: ({ reference }) => reference ?? '' },
    { title: column.agent, of: ({ agent }) => agent ?? '', shown: report.withNames },
  ];
  return all.filter(({ shown = true }) => shown);
};

const table = (deeds: readonly Deed[], columns: readonly Column[]): string => {
  const head = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const rows = deeds.map((deed) => `<tr>${columns.map(({ of }) => element('td', of(deed))).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
};

/** The report as a page to be printed; nothing in it moves, and it asks for nothing but its style. @param timeZone IANA; the desk's own when left out */
export const subjectPage = (report: SubjectReport, timeZone?: string): string => {
  const { language, deeds, person, organisation, made, withNames, isWhole } = report;
  const words = reportWords[language];
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'long', timeZone });
  const moment = (time: string): string => format.format(new Date(time));
  const facts = [
    ...(person === '' ? [] : [[words.person, person]]),
    [words.organisation, organisation],
    [words.made, moment(made)],
  ];
  const paragraphs = [
    words.about,
    isWhole ? words.whole : words.partly,
    withNames ? words.names : words.noNames,
    words.times.replace('{zone}', format.resolvedOptions().timeZone),
  ];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `${element('title', words.title)}<link rel="stylesheet" href="report.css"></head><body><main>`,
    element('h1', words.title),
    `<dl>${facts.map(([name = '', value = '']) => element('dt', name) + element('dd', value)).join('')}</dl>`,
    ...paragraphs.map((text) => element('p', text)),
    deeds.length === 0 ? element('p', words.nothing) : table(deeds, columnsOf(report, words, moment)),
    '</main></body></html>',
  ].join('\n');
};

/** In place of what the window's own style says: ink on paper. */
export const pageStyle = `
@page { size: A4; margin: 18mm 15mm; }
body { color: #000; font: 10pt/1.45 system-ui, sans-serif; margin: 0; }
h1 { font-size: 17pt; font-weight: 600; margin: 0 0 4mm; }
dl { display: grid; gap: 1mm 5mm; grid-template-columns: max-content 1fr; margin: 0 0 4mm; }
dt { color: #444; }
dd { margin: 0; }
p { margin: 0 0 2mm; max-width: 165mm; }
table { border-collapse: collapse; font-size: 8.5pt; margin-top: 5mm; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { border-bottom: 0.4mm solid #000; text-align: left; }
td { border-bottom: 0.15mm solid #999; }
th, td { hyphens: auto; overflow-wrap: break-word; padding: 1.2mm 2.5mm 1.2mm 0; vertical-align: top; }
td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap; }
`;
