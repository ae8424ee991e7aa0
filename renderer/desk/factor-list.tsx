import { Circle, CircleCheck, CircleDot, CircleSlash, CircleX } from 'lucide-react';
import type { FactorView, WhyNot } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';

const shapes = {
  waiting: Circle,
  started: CircleDot,
  done: CircleCheck,
  failed: CircleX,
  missing: CircleSlash,
} as const satisfies Record<FactorView['state'], unknown>;

type MissingHere = Exclude<WhyNot, 'not-set-up' | 'no-provider'>;
type Listed = FactorView & { readonly why: MissingHere | null };

/** What the desk lacks for everybody tells nothing about this call. */
const isListed = (factor: FactorView): factor is Listed => factor.why !== 'not-set-up' && factor.why !== 'no-provider';

const useWhy = () => {
  const { t } = useWords();
  return ({ why, days, state }: Listed): string => {
    if (!why) return t(`steps.prove.state.${state}`);
    const reason = t(`steps.prove.why.${why}`);
    return days === null ? reason : `${reason} (${t('steps.prove.changedDays', { count: days })})`;
  };
};

const Factor = ({ factor }: { readonly factor: Listed }) => {
  const { t, number } = useWords();
  const whyOf = useWhy();
  const Shape = shapes[factor.state];
  return (
    <li className={`factor factor-${factor.state}`}>
      <Shape aria-hidden="true" size={18} />
      <strong>{t(`terms.factor.${factor.id}`)}</strong>
      <span className="muted">
        {t(`terms.strength.${factor.strength}`)}
        {factor.points > 0 && ` · +${number(factor.points)}`}
      </span>
      <span>{whyOf(factor)}</span>
    </li>
  );
};

/** Every way to prove and where it stands; then those that this caller lacks and why, and in one line those that this desk lacks. */
export const FactorList = ({ factors }: { readonly factors: readonly FactorView[] }) => {
  const { t, list } = useWords();
  const listed = factors.filter(isListed);
  const absent = factors.filter((factor) => !isListed(factor));
  const missing = ({ state }: FactorView) => state === 'missing';
  return (
    <section className="factors">
      <h2>{t('steps.prove.factors')}</h2>
      <ul>
        {[...listed.filter((factor) => !missing(factor)), ...listed.filter(missing)].map((factor) => (
          <Factor key={factor.id} factor={factor} />
        ))}
      </ul>
      {absent.length > 0 && (
        <p className="muted">
          {t('steps.prove.absent', { ways: list(absent.map(({ id }) => t(`terms.factor.${id}`))) })}
        </p>
      )}
    </section>
  );
};
