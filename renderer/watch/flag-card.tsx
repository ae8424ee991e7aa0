import { Flag } from 'lucide-react';
import { useId } from 'react';
import type { FlagView } from '../../shared/watch.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { ReviewForm, type Review } from './review-form.js';

interface FlagCardProps {
  readonly flag: FlagView;
  readonly open: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onOpen: (open: boolean) => void;
  readonly onReview: (review: Review) => void;
}

/** Enough of a pseudonym to tell two apart on the screen. */
const short = (pseudonym: string): string => (pseudonym.length > 10 ? `${pseudonym.slice(0, 10)}…` : pseudonym);

const Reviewed = ({ flag: { agent, review } }: Pick<FlagCardProps, 'flag'>) => {
  const { t, moment } = useWords();
  if (!review) return null;
  const own = agent !== null && agent === review.by;
  const words = [t(`watch.outcomes.${review.outcome}`), review.by, moment(review.time), own && t('watch.sameAgent')];
  return <p>{words.filter(Boolean).join(' · ')}</p>;
};

export const FlagCard = ({ flag, open, busy, error, onOpen, onReview }: FlagCardProps) => {
  const { t, moment } = useWords();
  const heading = useId();
  const { rule, time, call, ticket, subject, agent, review } = flag;
  const row = (name: string, value: string | null) => (value === null ? [] : [{ name, value, mono: true }]);
  return (
    <article className="card flag" aria-labelledby={heading}>
      <header>
        <Flag aria-hidden="true" size={18} />
        <h2 id={heading}>{t(`watch.rules.${rule}`)}</h2>
        <time dateTime={time}>{moment(time)}</time>
      </header>
      <Facts
        rows={[
          ...row(t('watch.call'), call),
          ...row(t('watch.ticket'), ticket),
          ...row(t('watch.subject'), subject && short(subject)),
          ...row(t('watch.agent'), agent),
        ]}
      />
      {review && <Reviewed flag={flag} />}
      {!review && !open && <Button onPress={() => onOpen(true)}>{t('watch.review')}</Button>}
      {open && <ReviewForm busy={busy} error={error} onReview={onReview} onCancel={() => onOpen(false)} />}
    </article>
  );
};
