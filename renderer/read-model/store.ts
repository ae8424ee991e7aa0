import type { ReadModel } from './database.js';
import type { IndexStore } from './sync.js';

const only = 'last';

export const createIndexStore = (model: ReadModel): IndexStore => ({
  last: async () => (await model.cursor.get(only)) ?? null,
  add: (entries) =>
    model.transaction('rw', model.entries, model.cursor, async () => {
      await model.entries.bulkPut([...entries]);
      const final = entries.at(-1);
      if (final) await model.cursor.put({ seq: final.seq, id: final.id }, only);
    }),
  dropBefore: async (first) => void (await model.entries.where('seq').below(first).delete()),
  clear: () =>
    model.transaction('rw', model.entries, model.cursor, async () => {
      await model.entries.clear();
      await model.cursor.clear();
    }),
});
