import type { AssuranceView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { Meter } from '../ui/meter.js';

/** Points so far against what the purpose asks. */
export const Assurance = ({ assurance }: { readonly assurance: AssuranceView }) => {
  const { t, number } = useWords();
  const { points, pointsNeeded, strongestNeeded } = assurance;
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
    </div>
  );
};
