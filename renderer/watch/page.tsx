import '../ui/cards.css';
import './watch.css';
import { useRef, useState } from 'react';
import type { FlagView } from '../../shared/watch.js';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Segmented } from '../ui/segmented.js';
import { FlagCard } from './flag-card.js';
import { SubjectLocks } from './subject-lock.js';
import { useFlags } from './use-flags.js';

const shows = ['open', 'reviewed'] as const;
type Show = (typeof shows)[number];

const isShown = (show: Show, { review }: FlagView): boolean => (review === null) === (show === 'open');

/** For supervisors: what the misuse watch asks, by time and by nothing else. */
export const WatchPage = () => {
  const { t, failure } = useWords();
  const [show, setShow] = useState<Show>('open');
  const [reviewing, setReviewing] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const { query, review } = useFlags();
  const flags = (query.data?.flags ?? []).filter((flag) => isShown(show, flag));

  const onReviewed = () => {
    setReviewing(null);
    // The card that had the focus is gone to the other list.
    list.current?.focus();
  };
  return (
    <main className="card-page">
      <header className="card-page-head">
        <div>
          <h1>{t('watch.title')}</h1>
          <p>{t('watch.about')}</p>
          <p className="muted">{t('watch.noMeasure')}</p>
        </div>
        <Button busy={query.isFetching} onPress={() => void query.refetch()}>
          {t('watch.again')}
        </Button>
      </header>
      <Segmented
        label={t('watch.show')}
        value={show}
        options={shows.map((value) => ({ value, text: t(`watch.shows.${value}`) }))}
        onChange={setShow}
      />
      {query.error && <Notice tone="failure" urgent {...failure(failureOf(query.error))} />}
      <section ref={list} className="cards" aria-label={t('watch.flags')} tabIndex={0}>
        {query.isPending && <p className="muted">{t('watch.loading')}</p>}
        {query.isSuccess && flags.length === 0 && (
          <p className="muted">{t(show === 'open' ? 'watch.emptyOpen' : 'watch.emptyReviewed')}</p>
        )}
        {flags.map((flag) => (
          <FlagCard
            key={flag.id}
            flag={flag}
            open={reviewing === flag.id}
            busy={review.isPending}
            error={reviewing === flag.id ? review.error : null}
            onOpen={(wanted) => {
              review.reset();
              setReviewing(wanted ? flag.id : null);
            }}
            onReview={(request) => review.mutate({ id: flag.id, ...request }, { onSuccess: onReviewed })}
          />
        ))}
        {query.data && <SubjectLocks locks={query.data.locks} />}
        {query.data?.more && <p className="muted">{t('watch.more')}</p>}
      </section>
    </main>
  );
};
