import { Check, Circle, CircleDot } from 'lucide-react';
import type { CallView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { progressOf, type Progress } from './progress.js';
import { shortestLeft } from './way-left.js';

const shapes = { done: Check, current: CircleDot, open: Circle } as const satisfies Record<Progress, unknown>;

const useDetails = (call: CallView) => {
  const { t, time, number } = useWords();
  const { reached, needed } = shortestLeft(call.assurance);
  const count = call.candidates.length;
  const listed = count > 0 ? t('call.candidates', { count }) : t('call.subjectNone');
  const unhelped = call.find === 'ended' || call.find === 'restricted' ? t(`call.${call.find}`) : listed;
  const found = call.subject?.name ?? unhelped;
  return {
    start: time(call.startedAt),
    find: found,
    compare: call.compared ? t(`call.compared.${call.compared}`) : '',
    prove: t('call.factorsOf', { factors: number(reached), needed: number(needed) }),
  };
};

export const StepList = ({ call }: { readonly call: CallView }) => {
  const { t } = useWords();
  const details = useDetails(call);
  return (
    <ol className="step-list" aria-label={t('call.steps')}>
      {progressOf(call).map(({ id, progress }) => {
        const Shape = shapes[progress];
        return (
          <li key={id} className={`step-${progress}`} aria-current={progress === 'current' ? 'step' : undefined}>
            <Shape aria-hidden="true" size={16} />
            <span>{t(`call.step.${id}`)}</span>
            <span className="hidden-visually">({t(`call.stepState.${progress}`)})</span>
            <span className={id === 'find' && call.subject ? 'step-detail mono' : 'step-detail'}>{details[id]}</span>
          </li>
        );
      })}
    </ol>
  );
};
