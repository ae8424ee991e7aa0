import { useState } from 'react';
import type { HoldView } from '../../../shared/erasure.js';
import { failureOf } from '../../api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { isDay } from '../is-day.js';
import { HoldButton } from './hold-button.js';
import { useHolding, useHolds } from './use-erasure.js';

const Hold = ({ hold: { id, over, ground, since } }: { readonly hold: HoldView }) => {
  const { t, moment, day, failure } = useWords();
  const { lift } = useHolding();
  const what =
    'subject' in over
      ? t('erasure.over', { subject: `${over.subject.slice(0, 10)}…` })
      : t('erasure.overSpan', { from: day(over.from), to: day(over.to) });
  return (
    <li>
      <div className="hold">
        <span>
          <strong>{what}</strong> {t(`erasure.holdGround.${ground}`)}.{' '}
          <span className="muted">{t('erasure.since', { time: moment(since) })}</span>
        </span>
        <Button busy={lift.isPending} label={`${t('erasure.lift')}: ${what}`} onPress={() => lift.mutate(id)}>
          {t('erasure.lift')}
        </Button>
      </div>
      {lift.error && <Notice tone="failure" urgent {...failure(failureOf(lift.error))} />}
    </li>
  );
};

const Span = () => {
  const { t } = useWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <>
      <div className="erasure-days">
        <Field mono label={t('erasure.begin')} hint={t('erasure.dayHint')} value={from} onChange={setFrom} />
        <Field mono label={t('erasure.end')} hint={t('erasure.dayHint')} value={to} onChange={setTo} />
      </div>
      <HoldButton over={{ from, to }} disabled={!isDay(from) || !isDay(to)} action={t('erasure.holdSpan')} />
    </>
  );
};

/** What is kept, each with the way to let it go, and the way to keep a time. */
export const Holds = () => {
  const { t, failure } = useWords();
  const query = useHolds();
  const holds = query.data?.holds ?? [];
  return (
    <section className="erasure-part" aria-label={t('erasure.holds')}>
      <h3>{t('erasure.holds')}</h3>
      {query.isPending && <p className="muted">{t('erasure.reading')}</p>}
      {query.error && <Notice tone="failure" urgent {...failure(failureOf(query.error))} />}
      {query.isSuccess && holds.length === 0 && <p className="muted">{t('erasure.none')}</p>}
      <ul>
        {holds.map((hold) => (
          <Hold key={hold.id} hold={hold} />
        ))}
      </ul>
      <Span />
    </section>
  );
};
