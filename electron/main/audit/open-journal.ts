import { join } from 'node:path';
import { ok, type Result } from '../../../shared/result.js';
import { cutDurably, type FileLayer } from './durable-file.js';
import { createJournalWriter, type JournalWriter, type WriterParts } from './journal-writer.js';
import { readJournal, type Found } from './read-journal.js';
import { isUnfinished, segmentName } from '../../evidence/segment.js';

export interface OpenJournal {
  readonly found: Found;
  readonly writer: JournalWriter;
}

/**
 * Verifies the end of the journal and makes its end clean. What is left of an unfinished write is first told by a `journal.cut` that begins a new
 * segment, then cut: a crash in between loses neither. Fails with `audit-damaged`, having changed nothing, or as a write does.
 * @throws the file system's error
 */
export const openJournal = async (parts: Omit<WriterParts, 'index'>): Promise<Result<OpenJournal>> => {
  const { files, folder } = parts;
  const found = await readJournal(files, folder);
  if (!found.ok) return found;
  const unfinished = (await files.readdir(folder)).filter(isUnfinished);
  for (const name of unfinished) await files.unlink(join(folder, name));
  const { index, tip, last } = found.value;
  const writer = createJournalWriter({ ...parts, index }, tip, last);
  if (last === null || last.torn === 0) return ok({ found: found.value, writer });
  const told = await writer.write([]);
  if (!told.ok) return told;
  await cut(files, join(folder, segmentName(last.number)), last.end).catch(() => undefined); // told already: these bytes are no entries
  return ok({ found: found.value, writer });
};

const cut = async (files: FileLayer, path: string, end: number): Promise<void> => {
  const file = await files.open(path, 'r+');
  await cutDurably(file, end).finally(() => file.close());
};
