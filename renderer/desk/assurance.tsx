import type { AssuranceView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { Meter } from '../ui/meter.js';

/** Points so far against what the purpose asks. */
export const Assurance = ({ assurance }: { readonly assurance: AssuranceView }) => {
  const { t, number, list } = useWords();
  const { points, pointsNeeded, strongestNeeded, accept, onlyFacts } = assurance;
  const wordsOf = ({ factors, of, among, reached }: (typeof accept)[number][number]) =>
    t('proof.way', {
      factors: number(factors),
      strength: among ? list(among.map((id) => t(`terms.factor.${id}`))) : t(`terms.strength.${of}`),
      reached: number(reached),
    });
  return (
    <div className="assurance">
      <Meter
        label={t('call.points')}
        value={points}
        most={pointsNeeded}
        text={t('call.pointsOf', { points: number(points), needed: number(pointsNeeded) })}
      />
      {strongestNeeded && (
        <p className="muted">{t('call.needs', { strength: t(`terms.strength.${strongestNeeded}`) })}</p>
      )}
      {accept.map((ways) => (
        <p key={ways.map(wordsOf).join()} className="muted">
          {t('proof.ways', { ways: list(ways.map(wordsOf)) })}
        </p>
      ))}
      {onlyFacts && <p className="muted">{t('proof.onlyFacts')}</p>}
    </div>
  );
};
