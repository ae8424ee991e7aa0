import './drill.css';
import { askedFor, callerIds, isMeant, type CallerId } from '../../../shared/drill.js';
import type { PurposeView } from '../../../shared/desk-state.js';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../desk-api.js';
import type { Language } from '../../messages/languages.js';
import { useWords } from '../../messages/use-words.js';
import { Choices } from '../../ui/choices.js';
import { useEscape } from '../../ui/use-escape.js';
import { useDeskState, useShowDrill } from '../../use-desk-state.js';
import { Failed } from '../failed.js';
import { StepFrame } from '../step-frame.js';
import { drillWords } from './words.js';

/** The callers that this desk's purposes, and the agent's roles, are enough for. */
const playable = (purposes: readonly PurposeView[], roles: readonly string[]): readonly CallerId[] =>
  callerIds.filter((caller) =>
    purposes.some(
      (purpose) => isMeant(askedFor[caller], purpose) && purpose.roles.some((role) => roles.includes(role)),
    ),
  );

const anyOf = (callers: readonly CallerId[]): CallerId | undefined =>
  callers[Math.floor(Math.random() * callers.length)];

interface DrillChoiceProps {
  readonly purposes: readonly PurposeView[];
  readonly language: Language;
  readonly onStarted: () => void;
  readonly onBack: () => void;
}

export const DrillChoice = ({ purposes, language, onStarted, onBack }: DrillChoiceProps) => {
  const { language: own } = useWords();
  const { session } = useDeskState();
  const showDrill = useShowDrill();
  const start = useMutation({
    mutationFn: (caller: CallerId) => api.startDrill({ caller }),
    onSuccess: (drill) => {
      showDrill(drill);
      onStarted();
    },
  });
  useEscape(onBack);
  const { choose, callers } = drillWords[own];
  const offered = playable(purposes, session?.roles ?? []);
  const options = [
    { value: 'anyone' as const, text: choose.anyone },
    ...offered.map((value) => ({ value, text: callers[value].name })),
  ];
  const onChoose = (value: CallerId | 'anyone') => {
    const caller = value === 'anyone' ? anyOf(offered) : value;
    if (caller) start.mutate(caller);
  };
  return (
    <StepFrame title={choose.title} about={choose.about} language={language} say="start">
      <Choices label={choose.title} options={options} busy={start.isPending} onChoose={onChoose} />
      <Failed error={start.error} />
    </StepFrame>
  );
};
