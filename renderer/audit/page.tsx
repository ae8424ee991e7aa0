import './audit.css';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';
import { Segmented } from '../ui/segmented.js';
import { useDeskState } from '../use-desk-state.js';
import { Filters } from './filters.js';
import { IndexBar } from './index-bar.js';
import { List } from './list.js';
import { RoleButtons } from './role-buttons.js';
import { useFilter } from './use-filter.js';
import { useIndex } from './use-index.js';
import { useShown } from './use-shown.js';
import { Verification } from './verification/verification.js';

const Charts = lazy(async () => ({ default: (await import('./charts/charts.js')).Charts }));

const views = ['entries', 'charts'] as const;

/** What the desk has recorded, searched in the index, never in the journal itself. */
export const AuditPage = () => {
  const { t, failure } = useWords();
  const [view, setView] = useState<(typeof views)[number]>('entries');
  const index = useIndex();
  const { state } = index;
  const { audit, session, verification } = useDeskState();
  const { blocks, fresh, refresh } = useShown(state, index.blocks);
  const narrowing = useFilter();
  const { filter } = narrowing;
  const whyFailed = (error: unknown) =>
    error instanceof ApiError ? failure(error.failure) : { title: t('audit.indexFailed') };
  return (
    <main className="audit">
      <header className="audit-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="muted">{t('audit.about')}</p>
        </div>
        <Segmented
          label={t('charts.view')}
          showLabel={false}
          value={view}
          options={views.map((value) => ({ value, text: t(`charts.views.${value}`) }))}
          onChange={setView}
        />
        <RoleButtons roles={session?.roles ?? []} subject={filter.words.subject ?? ''} />
      </header>
      <Verification audit={audit} view={verification} />
      <Filters narrowing={narrowing} blocks={blocks} counted={view === 'charts'} />
      {/* With a journal that fails there is nothing to read, whoever is signed in. */}
      {!audit.failure && state.kind === 'failed' && <Notice tone="failure" urgent {...whyFailed(state.error)} />}
      {view === 'charts' ? (
        <Suspense fallback={null}>
          <Charts blocks={blocks} filter={filter} />
        </Suspense>
      ) : (
        <List
          blocks={blocks}
          narrowing={narrowing}
          waiting={blocks.length === 0 && state.kind !== 'ready'}
          failed={state.kind === 'failed'}
          fresh={fresh}
          onFresh={refresh}
        >
          <IndexBar state={state} onPause={index.pause} onResume={index.resume} onRebuild={index.rebuild} />
        </List>
      )}
    </main>
  );
};
