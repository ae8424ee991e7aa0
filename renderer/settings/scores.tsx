import { useQuery } from '@tanstack/react-query';
import type { PurposeScore, Reason } from '../../shared/policy-score.js';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { isKnownPurpose } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import { Meter } from '../ui/meter.js';
import { Notice } from '../ui/notice.js';

const useWayWords = () => {
  const { t } = useWords();
  return (way: NonNullable<PurposeScore['weakest']>): string =>
    way.length === 0
      ? t('scores.nobody')
      : t('scores.weakest', { way: way.map((id) => t(`terms.factor.${id}`)).join(' + ') });
};

const Purpose = ({ purpose: { id, score, weakest, reasons } }: { readonly purpose: PurposeScore }) => {
  const { t, number } = useWords();
  const wayWords = useWayWords();
  const name = isKnownPurpose(id) ? t(`terms.purpose.${id}`) : id;
  const shown = (value: Reason['value']): string => {
    if (typeof value === 'number') return number(value);
    return typeof value === 'string' ? value : (value ?? []).map((each) => t(`terms.factor.${each}`)).join(', ');
  };
  return (
    <li className="score">
      <h3>{name}</h3>
      {score === null ? (
        <p>{t('scores.noScore')}</p>
      ) : (
        <Meter label={name} value={score} most={100} text={t('scores.score', { score: number(score) })} />
      )}
      {weakest && <p className="muted">{wayWords(weakest)}</p>}
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ code, path, value }) => (
            <li key={`${code} ${path}`}>{t(`scores.reason.${code}`, { value: shown(value) })}</li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** How strong the policy makes each purpose, and why. Main works it out when this is looked at. */
export const Scores = () => {
  const { t, failure } = useWords();
  const { data, error } = useQuery({ queryKey: ['scores'], queryFn: () => api.scorePolicy(), staleTime: Infinity });
  if (error) return <Notice tone="failure" {...failure(failureOf(error))} />;
  if (!data) return <p role="status">{t('scores.reading')}</p>;
  return (
    <>
      <p className="muted">{t('scores.about')}</p>
      <ul className="scores">
        {data.purposes.map((purpose) => (
          <Purpose key={purpose.id} purpose={purpose} />
        ))}
      </ul>
    </>
  );
};
