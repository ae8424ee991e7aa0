import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssuranceView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { Meter } from '../ui/meter.js';
import { demandsOf } from './way-left.js';

const Demand = ({ met, children }: { readonly met: boolean; readonly children: ReactNode }) => {
  const { t } = useWords();
  const Shape = met ? Check : Circle;
  return (
    <li className={met ? 'demand demand-met' : 'demand'}>
      <Shape aria-hidden="true" size={14} />
      <div>
        {children} <span className="hidden-visually">({t(`call.stepState.${met ? 'done' : 'open'}`)})</span>
      </div>
    </li>
  );
};

/** All that the purpose asks, each part with whether it is met: points alone are not enough where more is asked. */
export const Assurance = ({ assurance }: { readonly assurance: AssuranceView }) => {
  const { t, number, anyOf } = useWords();
  const { points, strongest, accept } = demandsOf(assurance);
  const wordsOf = ({ factors, of, among, reached }: (typeof accept)[number]['ways'][number]) =>
    t('proof.way', {
      factors: number(factors),
      strength: among ? anyOf(among.map((id) => t(`terms.factor.${id}`))) : t(`terms.strength.${of}`),
      reached: number(reached),
    });
  return (
    <ul className="assurance" aria-label={t('call.asked')}>
      <Demand met={points.met}>
        <Meter
          label={t('call.points')}
          value={points.reached}
          most={points.needed}
          text={t('call.pointsOf', { points: number(points.reached), needed: number(points.needed) })}
        />
      </Demand>
      {strongest && (
        <Demand met={strongest.met}>{t('call.needs', { strength: t(`terms.strength.${strongest.of}`) })}</Demand>
      )}
      {accept.map(({ ways, met }) => (
        <Demand key={ways.map(wordsOf).join()} met={met}>
          {t('proof.ways', { ways: anyOf(ways.map(wordsOf)) })}
        </Demand>
      ))}
      {assurance.onlyFacts && <Demand met={false}>{t('proof.onlyFacts')}</Demand>}
    </ul>
  );
};
