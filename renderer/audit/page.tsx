import './audit.css';
import { useMemo, useState } from 'react';
import { failureOf } from '../api.js';
import { useEvidenceWords } from '../messages/use-evidence-words.js';
import { useWords } from '../messages/use-words.js';
import { noFilter, type Filter } from '../read-model/filter.js';
import { Notice } from '../ui/notice.js';
import { useDeskState } from '../use-desk-state.js';
import { Entries } from './entries.js';
import { Filters } from './filters.js';
import { IndexBar } from './index-bar.js';
import { Pager } from './pager.js';
import { RoleButtons } from './role-buttons.js';
import { sinceOf, type Span } from './span.js';
import { useEdition } from './use-edition.js';
import { useEntries } from './use-entries.js';
import { useIndex } from './use-index.js';

/** What the desk has recorded, searched in the index, never in the journal itself. */
export const AuditPage = () => {
  const { t, failure } = useWords();
  const [chosen, setChosen] = useState<Omit<Filter, 'since'>>(noFilter);
  const [span, setSpan] = useState<Span>('all');
  const [page, setPage] = useState(0);
  const index = useIndex();
  const { audit, session } = useDeskState();
  const { standing } = useEvidenceWords(audit);
  const { edition, fresh, refresh } = useEdition(index.state);
  const filter = useMemo(() => ({ ...chosen, since: sinceOf(span, new Date()) }), [chosen, span]);
  const { page: found, failed } = useEntries(filter, page, edition);

  const onFilter = (change: Partial<Filter>) => {
    setChosen((current) => ({ ...current, ...change }));
    setPage(0);
  };
  const onSpan = (next: Span) => {
    setSpan(next);
    setPage(0);
  };
  const { state } = index;
  const filtered = filter.since !== null || filter.type !== null || filter.subject !== '' || filter.ticket !== '';
  return (
    <main className="audit">
      <header className="audit-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="muted">{t('audit.about')}</p>
          <p className="muted">{standing}</p>
        </div>
        <RoleButtons roles={session?.roles ?? []} subject={chosen.subject} />
        <IndexBar state={state} onPause={index.pause} onResume={index.resume} onRebuild={index.rebuild} />
      </header>
      <Filters filter={chosen} span={span} onFilter={onFilter} onSpan={onSpan} />
      {audit.evidence.failure && <Notice tone="failure" urgent {...failure(audit.evidence.failure)} />}
      {state.kind === 'failed' && <Notice tone="failure" urgent {...failure(failureOf(state.error))} />}
      {failed && <Notice tone="failure" urgent title={t('audit.indexFailed')} />}
      <Entries
        entries={found?.entries ?? []}
        waiting={found === null || (state.kind === 'opening' && found.total === 0)}
        failed={failed || state.kind === 'failed'}
        filtered={filtered}
        onSubject={(subject) => onFilter({ subject })}
      />
      <Pager total={found?.total ?? 0} page={page} onPage={setPage} fresh={fresh} onFresh={refresh} />
    </main>
  );
};
