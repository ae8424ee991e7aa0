import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { RequestView } from '../../shared/request.js';
import { isKnownFailure } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Finish } from './finish.js';
import { isOverdue } from './overdue.js';

interface RequestCardProps {
  readonly request: RequestView;
  readonly mayFinish: boolean;
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly onFinish: () => void;
}

/** Enough of a pseudonym to tell two apart on the screen. */
const short = (pseudonym: string): string => `${pseudonym.slice(0, 10)}…`;

const Overdue = ({ due }: { readonly due: string }) => {
  const { t, day } = useWords();
  return (
    <strong className="request-overdue">
      <TriangleAlert aria-hidden="true" size={18} />
      {t('requests.overdue', { day: day(due) })}
    </strong>
  );
};

/** Sent, or why not: the reason in words, how often it was tried and when next. */
const Delivery = ({ request: { sentAt, failure, tries, nextTry } }: Pick<RequestCardProps, 'request'>) => {
  const { t, moment } = useWords();
  const Shape = sentAt === null ? Clock : CircleCheck;
  const why = failure === null ? null : isKnownFailure(failure) ? t(`failures.${failure}.what`) : failure;
  const tried = tries > 0 && t('requests.tries', { count: tries });
  const next = nextTry !== null && t('requests.nextTry', { time: moment(nextTry) });
  return (
    <p className={sentAt === null ? 'request-waiting' : 'request-sent'}>
      <Shape aria-hidden="true" size={16} />
      <span>
        <strong>{sentAt === null ? t('requests.waiting') : t('requests.sent', { time: moment(sentAt) })}</strong>
        {sentAt === null && <> {[why, [tried, next].filter(Boolean).join(', ')].filter(Boolean).join(' ')}</>}
      </span>
    </p>
  );
};

export const RequestCard = ({ request, mayFinish, busy, onRetry, onFinish }: RequestCardProps) => {
  const { t, moment, day } = useWords();
  const heading = useId();
  const { id, kind, matter, ticket, subject, created, due, sentAt } = request;
  const overdue = due !== null && isOverdue(due, new Date());
  return (
    <article className={overdue ? 'card request-late' : 'card'} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t(`requests.kind.${kind}`)}</h2>
        <span className="muted">{t(`requests.matter.${matter}`)}</span>
        {overdue && <Overdue due={due} />}
      </header>
      <Facts
        rows={[
          ...(due === null || overdue ? [] : [{ name: t('requests.due'), value: day(due) }]),
          { name: t('requests.created'), value: moment(created) },
          { name: t('requests.reference'), value: id, mono: true },
          { name: t('requests.ticket'), value: ticket, mono: true },
          { name: t('requests.subject'), value: short(subject), mono: true },
        ]}
      />
      <Delivery request={request} />
      {sentAt === null && (
        <Button busy={busy} onPress={onRetry}>
          {t('requests.retry')}
        </Button>
      )}
      {sentAt !== null && mayFinish && <Finish removal={kind === 'end-of-use'} busy={busy} onFinish={onFinish} />}
    </article>
  );
};
