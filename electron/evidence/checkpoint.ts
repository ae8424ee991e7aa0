import type { Hash } from './merkle.js';

/** What a log says of itself at a size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text of the note. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;

/** Null when the text of a note is no checkpoint. Extension lines are passed over. */
export const parseCheckpoint = (text: string): Checkpoint | null => {
  const [, origin = '', size = '', encoded = ''] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  const root = Buffer.from(encoded, 'base64');
  const isCheckpoint = root.length === 32 && root.toString('base64') === encoded && Number.isSafeInteger(Number(size));
  return isCheckpoint ? { origin, size: Number(size), root: root.toString('hex') } : null;
};
