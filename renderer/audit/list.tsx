import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { Block } from '../read-model/block.js';
import { matching } from '../read-model/filter.js';
import { Entries } from './entries.js';
import { FoundBar } from './found-bar.js';
import { Nothing } from './nothing.js';
import type { Narrowing } from './use-filter.js';

const EntryDialog = lazy(async () => ({ default: (await import('./call/entry-dialog.js')).EntryDialog }));

interface ListProps {
  readonly blocks: readonly Block[];
  readonly narrowing: Narrowing;
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly fresh: number;
  readonly onFresh: () => void;
  /** How far the index is. */
  readonly children: ReactNode;
}

/** The entries that fit the filters, and the one that was opened. */
export const List = ({ blocks, narrowing, waiting, failed, fresh, onFresh, children }: ListProps) => {
  const { filter, setWord } = narrowing;
  const found = useMemo(() => matching(blocks, filter), [blocks, filter]);
  const [opened, setOpened] = useState<number | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      {found.length === 0 ? (
        <Nothing waiting={waiting} failed={failed} filtered={narrowing.isChosen} />
      ) : (
        <Entries
          key={JSON.stringify(filter)}
          blocks={blocks}
          found={found}
          onSubject={(subject) => setWord('subject', subject)}
          onOpen={setOpened}
        />
      )}
      <FoundBar count={found.length} narrowing={narrowing} fresh={fresh} onFresh={onFresh}>
        {children}
      </FoundBar>
      <Suspense fallback={null}>
        {opened !== null && (
          <EntryDialog
            seq={opened}
            blocks={blocks}
            onWord={(name, word) => {
              close();
              setWord(name, word);
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
};
