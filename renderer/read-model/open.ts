import { ReadModel } from './database.js';
import { createIndexer, type Indexer, type IndexState } from './indexer.js';
import { readPage, type Page } from './page.js';
import { createIndexStore } from './store.js';
import type { ReadJournal } from './sync.js';
import type { Filter } from './filter.js';

const model = new ReadModel();

export const readEntries = (filter: Filter, page: number): Promise<Page> => readPage(model, filter, page);

export const indexJournal = (
  journal: { readonly open: () => Promise<unknown>; readonly read: ReadJournal },
  onState: (state: IndexState) => void,
): Indexer => createIndexer(createIndexStore(model), journal, onState);
