import { disk, growFile } from '../../electron/main/audit/durable-file.js';
import { fail } from '../../shared/result.js';

/** What reports need besides the journal: somebody who may have them, and a place for the file. */
export const outsideOf = (path: string) => ({
  askWhere: async () => path,
  grow: (to: string) => growFile(disk, to, `${to}.part`),
  whyNot: () => null,
  agent: () => 'officer',
  tell: () => undefined,
  organisation: 'Esimerkki Oy',
  timeZone: undefined,
  print: async () => fail('report-unprintable'),
  askSecondAgent: null,
  now: () => new Date(),
});
