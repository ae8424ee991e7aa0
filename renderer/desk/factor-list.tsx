import { Circle, CircleCheck, CircleDot, CircleSlash, CircleX } from 'lucide-react';
import type { FactorView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';

const shapes = {
  waiting: Circle,
  started: CircleDot,
  done: CircleCheck,
  failed: CircleX,
  missing: CircleSlash,
} as const satisfies Record<FactorView['state'], unknown>;

const useWhy = () => {
  const { t } = useWords();
  return ({ why, days, state }: FactorView): string => {
    if (!why) return t(`steps.prove.state.${state}`);
    const reason = t(`steps.prove.why.${why}`);
    return days === null ? reason : `${reason} (${t('steps.prove.changedDays', { count: days })})`;
  };
};

/** Every way to prove, where it stands, and why one is missing. */
export const FactorList = ({ factors }: { readonly factors: readonly FactorView[] }) => {
  const { t, number } = useWords();
  const whyOf = useWhy();
  return (
    <section className="factors">
      <h2>{t('steps.prove.factors')}</h2>
      <ul>
        {factors.map((factor) => {
          const Shape = shapes[factor.state];
          return (
            <li key={factor.id} className={`factor factor-${factor.state}`}>
              <Shape aria-hidden="true" size={18} />
              <strong>{t(`terms.factor.${factor.id}`)}</strong>
              <span className="muted">
                {t(`terms.strength.${factor.strength}`)} · +{number(factor.points)}
              </span>
              <span>{whyOf(factor)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
