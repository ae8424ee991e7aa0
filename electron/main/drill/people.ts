import { folded } from '../registry/folding.js';
import type { Subject } from '../registry/subject.js';

const day = 24 * 60 * 60 * 1000;

interface More {
  readonly endedDaysAgo?: number;
  readonly restricted?: true;
  readonly phoneChangedDaysAgo?: number;
}

/** Given and family name, user ID, organisation, the last digits of a number not in use, station code. */
type Row = readonly [string, string, string, string, string | null, string | null, More?];

const rows: readonly Row[] = [
  ['Helmi', 'Harjula', 'hharjul', 'Kuusi Oy', '301', 'HKI-301', { phoneChangedDaysAgo: 800 }],
  ['Unto', 'Muistola', 'umuisto', 'Kuusi Oy', '302', 'TRE-302', { phoneChangedDaysAgo: 421 }],
  ['Pirjo', 'Lähtenyt', 'plahten', 'Kuusi Oy', '303', null, { endedDaysAgo: 41 }],
  ['Raija', 'Kieltävä', 'rkielta', 'Kuusi Oy', '304', null, { restricted: true }],
  ['Leena', 'Rannikko', 'lrannik', 'Mänty Oy', '305', 'OUL-305'],
  ['Viljo', 'Kiireinen', 'vkiirei', 'Mänty Oy', '306', 'OUL-306'],
  ['Juha', 'Kaksonen', 'jkakson', 'Mänty Oy', '307', 'OUL-307'],
  ['Juha', 'Kaksonen', 'jkakson2', 'Tammi Ab', '308', 'VSA-308'],
  ['Anna', 'Poissaolo', 'apoissa', 'Tammi Ab', '309', 'VSA-309'],
  ['Ossi', 'Vaihtola', 'ovaihto', 'Tammi Ab', '310', null, { phoneChangedDaysAgo: 1 }],
  ['Marketta', 'Johtola', 'mjohtol', 'Kuusi Oy', '311', 'HKI-311'],
  ['Ebba', 'Tvivelström', 'etvivel', 'Tammi Ab', '312', 'VSA-312'],
  ['Sampo', 'Arvaila', 'sarvail', 'Mänty Oy', '313', null],
  ['Tuula', 'Kadonnut', 'tkadonn', 'Kuusi Oy', '314', 'HKI-314'],
  ['Kaarina', 'Kysyjä', 'kkysyja', 'Tammi Ab', '315', null],
  ['Åke', 'Björkbacka', 'abjorkb', 'Tammi Ab', '316', 'VSA-316'],
  ['Niilo', 'Oravisto', 'norav', 'Mänty Oy', '317', null],
  ['Sirkka-Liisa', 'Mäkinen', 'slmakin', 'Kuusi Oy', '318', 'HKI-318'],
  ['Petter', 'von Ekskog', 'pekskog', 'Tammi Ab', null, 'VSA-319'],
  ['Inkeri', 'Talvio', 'italvio', 'Mänty Oy', '320', null],
  ['Eino', 'Virta', 'evirta', 'Kuusi Oy', '321', 'TRE-321'],
  ['Eila', 'Virta', 'evirta2', 'Kuusi Oy', '322', 'TRE-322'],
  ['Ronja', 'Hedlund', 'rhedlun', 'Tammi Ab', '323', null, { phoneChangedDaysAgo: 12 }],
  ['Taisto', 'Eskola', 'teskola', 'Mänty Oy', '324', null, { endedDaysAgo: 300 }],
];

const domainOf = (organisation: string): string => `${folded(organisation).split(' ')[0] ?? ''}.example`;
const localPart = (name: string): string => folded(name).replaceAll(' ', '-');

const subjectOf = ([givenName, familyName, userName, organisation, phone, stationCode, more = {}]: Row, now: Date) => {
  const ago = (days: number | undefined): string | null =>
    days === undefined ? null : new Date(now.getTime() - days * day).toISOString();
  return {
    id: `drill-${userName}`,
    givenName,
    familyName,
    userName,
    workEmail: `${localPart(givenName)}.${localPart(familyName)}@${domainOf(organisation)}`,
    workPhone: phone === null ? null : `+358470000${phone}`,
    stationCode,
    organisation,
    active: more.endedDaysAgo === undefined,
    endedAt: ago(more.endedDaysAgo),
    restricted: more.restricted ?? false,
    privileged: false,
    phoneChangedAt: ago(more.phoneChangedDaysAgo),
    emailChangedAt: null,
    preferredLanguage: null,
  } satisfies Subject;
};

/** The contact person of each of their organisations. */
export const inventedContacts: Readonly<Record<string, string>> = Object.fromEntries(
  rows.map(([, , , organisation]) => [organisation, `yhteyshenkilo@${domainOf(organisation)}`]),
);

export type InventedPerson = ReturnType<typeof subjectOf>;

/** The people of every drill, none of them real, as they stand at that time. */
export const inventedPeople = (now: Date): readonly InventedPerson[] => rows.map((row) => subjectOf(row, now));
