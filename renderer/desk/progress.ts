import type { CallView } from '../../shared/call-view.js';

export const stepIds = ['start', 'find', 'compare', 'prove'] as const;
export type StepId = (typeof stepIds)[number];
export type Progress = 'done' | 'current' | 'open';

/** How many of the steps are behind us. */
const doneIn: Readonly<Record<CallView['step'], number>> = {
  finding: 1,
  comparing: 2,
  proving: 3,
  verified: 4,
  bypassed: 3,
  locked: 4,
};

export const progressOf = ({ step, subject, compared }: Pick<CallView, 'step' | 'subject' | 'compared'>) => {
  const done = step === 'locked' ? 1 + Number(subject !== null) + Number(compared === 'match') : doneIn[step];
  return stepIds.map((id, index): { readonly id: StepId; readonly progress: Progress } => {
    if (index < done) return { id, progress: 'done' };
    return { id, progress: index === done && step !== 'locked' ? 'current' : 'open' };
  });
};
