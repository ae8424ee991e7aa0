import '../ui/cards.css';
import './requests.css';
import { useRef } from 'react';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { RequestCard } from './request-card.js';
import { useRequests } from './use-requests.js';

/** What calls have left behind: what it is, by when, and whether it has gone. */
export const RequestsPage = () => {
  const { t, failure } = useWords();
  const list = useRef<HTMLElement>(null);
  const { query, retry, finish } = useRequests();
  const error = query.error ?? retry.error ?? finish.error;
  const requests = query.data?.requests ?? [];
  const unreadable = query.data?.unreadable ?? 0;
  // The button that had the focus may be gone.
  const onSettled = () => list.current?.focus();
  return (
    <main className="card-page">
      <header className="card-page-head">
        <div>
          <h1>{t('requests.title')}</h1>
          <p>{t('requests.about')}</p>
          <p className="muted">{t('requests.own')}</p>
        </div>
        <Button busy={query.isFetching} onPress={() => void query.refetch()}>
          {t('requests.again')}
        </Button>
      </header>
      {error && <Notice tone="failure" urgent {...failure(failureOf(error))} />}
      {unreadable > 0 && (
        <Notice
          tone="stop"
          title={t('requests.unreadable', { count: unreadable })}
          lines={[t('failures.request-unreadable.next')]}
        />
      )}
      <section ref={list} className="cards" aria-label={t('requests.list')} tabIndex={0}>
        {query.isPending && <p className="muted">{t('requests.loading')}</p>}
        {query.isSuccess && requests.length === 0 && <p className="muted">{t('requests.empty')}</p>}
        {requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            mayFinish={query.data?.mayFinish ?? false}
            busy={(retry.isPending && retry.variables === request.id) || finish.isPending}
            onRetry={() => retry.mutate(request.id, { onSettled })}
            onFinish={() => finish.mutate(request.id, { onSettled })}
          />
        ))}
      </section>
    </main>
  );
};
