import { segmentNumbers } from '../evidence/segment.js';
import type { Report } from '../evidence/report.js';
import { verifyJournal } from '../evidence/verify.js';
import type { Asked } from './command-line.js';
import { openFolder } from '../evidence/folder.js';
import { createProgress } from './progress.js';
import { createScans } from './scans.js';

/** @throws the file system's error */
export const verifyFolder = async ({
  path,
  keys,
  checkpoint,
}: Pick<Asked, 'path' | 'keys' | 'checkpoint'>): Promise<Report> => {
  const source = openFolder(path);
  const scans = createScans(path, new Set(segmentNumbers(source.names)));
  const onProgress = createProgress((text) => process.stderr.write(text));
  try {
    return await verifyJournal({ source, scan: scans.scan, keys, outside: checkpoint, onProgress });
  } finally {
    await scans.end();
  }
};

const kinds = {
  changed: 'was changed, or does not follow from the one before',
  missing: 'is missing',
  repeated: 'stands where another should',
  'not-an-entry': 'is no entry',
  torn: 'was never finished: what a crash leaves, or a cut',
} as const;

const problems = {
  missing: 'is missing',
  unreadable: 'is no checkpoint',
  foreign: 'was not signed with this key',
  tree: 'does not belong to the tree file beside it',
  misplaced: 'is not of the end of its segment',
} as const;

const outsides = {
  missing: 'The journal does not go so far as the checkpoint from outside.',
  differs: 'The journal is not the one that the checkpoint from outside is of.',
  foreign: 'The checkpoint from outside was not signed with this key.',
  removed: 'The checkpoint from outside is of entries that were removed: hold the journal against a newer one.',
} as const;

const strangers = {
  foreign: 'was not signed by a key that is known and by the one it names',
  differs: 'is not of this journal',
} as const;

const place = ({ seq, to, segment }: NonNullable<Report['bad']>): string =>
  `${to > seq ? `Entry ${seq} (or one of those up to ${to})` : `Entry ${seq}`}${segment === null ? '' : ` in ${segment}`}`;

export const reportLines = (report: Report): string => {
  const { sound, first, expired, entries, sealed, root, bad, outside, breaks, successions, checkpoints } = report;
  return [
    ...(bad ? [`FIRST BAD ENTRY: ${place(bad)} ${kinds[bad.kind]}.`] : []),
    ...(outside ? [outsides[outside]] : []),
    ...checkpoints.flatMap(({ segment, problem }) =>
      problem ? [`The checkpoint beside ${segment} ${problems[problem]}.`] : [],
    ),
    ...successions.map(({ file, size, problem }) =>
      problem
        ? `The change of keys in ${file} ${strangers[problem]}.`
        : `Another key signs after entry ${size}, as the one before it says.`,
    ),
    ...breaks.map(({ seq, type, reason }) => `Entry ${seq}: ${type} ${reason ?? ''}`),
    ...(first > 1
      ? [
          `Begins with entry ${first}${expired === null ? ': nothing that is signed says what became of those before' : `: those before were removed when their time was over, as entry ${expired} says`}.`,
        ]
      : []),
    `${entries - first + 1} entries follow from each other; checkpoints vouch for them to entry ${sealed}${sealed < entries ? `, nothing for the last ${entries - sealed}` : ''}.`,
    `Tree head ${Buffer.from(root, 'hex').toString('base64')}, ${checkpoints.length} segments.`,
    sound ? 'SOUND' : 'NOT SOUND',
    '',
  ].join('\n');
};
