import './audit.css';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ApiError } from '../api.js';
import { useEvidenceWords } from '../messages/use-evidence-words.js';
import { useWords } from '../messages/use-words.js';
import { matching } from '../read-model/filter.js';
import { Notice } from '../ui/notice.js';
import { useDeskState } from '../use-desk-state.js';
import { Entries } from './entries.js';
import { Filters } from './filters.js';
import { FoundBar } from './found-bar.js';
import { IndexBar } from './index-bar.js';
import { Nothing } from './nothing.js';
import { RoleButtons } from './role-buttons.js';
import { useFilter } from './use-filter.js';
import { useIndex } from './use-index.js';
import { useShown } from './use-shown.js';

const EntryDialog = lazy(async () => ({ default: (await import('./call/entry-dialog.js')).EntryDialog }));

/** What the desk has recorded, searched in the index, never in the journal itself. */
export const AuditPage = () => {
  const { t, failure } = useWords();
  const index = useIndex();
  const { state } = index;
  const { audit, session } = useDeskState();
  const { standing } = useEvidenceWords(audit);
  const { blocks, fresh, refresh } = useShown(state, index.blocks);
  const narrowing = useFilter();
  const { filter, setWord } = narrowing;
  const found = useMemo(() => matching(blocks, filter), [blocks, filter]);
  const [opened, setOpened] = useState<number | null>(null);
  const whyFailed = (error: unknown) =>
    error instanceof ApiError ? failure(error.failure) : { title: t('audit.indexFailed') };
  return (
    <main className="audit">
      <header className="audit-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="muted">{t('audit.about')}</p>
          <p className="muted">{standing}</p>
        </div>
        <RoleButtons roles={session?.roles ?? []} subject={filter.words.subject ?? ''} />
      </header>
      <Filters narrowing={narrowing} blocks={blocks} />
      {audit.evidence.failure && <Notice tone="failure" urgent {...failure(audit.evidence.failure)} />}
      {state.kind === 'failed' && <Notice tone="failure" urgent {...whyFailed(state.error)} />}
      {found.length === 0 ? (
        <Nothing
          waiting={blocks.length === 0 && state.kind !== 'ready'}
          failed={state.kind === 'failed'}
          filtered={narrowing.isChosen}
        />
      ) : (
        <Entries
          key={JSON.stringify(filter)}
          blocks={blocks}
          found={found}
          onSubject={(subject) => setWord('subject', subject)}
          onOpen={setOpened}
        />
      )}
      <FoundBar count={found.length} narrowing={narrowing} fresh={fresh} onFresh={refresh}>
        <IndexBar state={state} onPause={index.pause} onResume={index.resume} onRebuild={index.rebuild} />
      </FoundBar>
      <Suspense fallback={null}>
        {opened !== null && (
          <EntryDialog
            seq={opened}
            blocks={blocks}
            onWord={(name, word) => {
              setOpened(null);
              setWord(name, word);
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </Suspense>
    </main>
  );
};
