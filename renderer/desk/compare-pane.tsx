import { useRef, type SubmitEvent } from 'react';
import type { CallView } from '../../shared/call-view.js';
import type { Field as FieldName } from '../../shared/subject.js';
import { api } from '../desk-api.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { useEscape } from '../ui/use-escape.js';
import { Bypass } from './bypass.js';
import { Failed } from './failed.js';
import { NextSteps } from './next-steps.js';
import { StepFrame } from './step-frame.js';
import { useCallStep } from './use-call-step.js';
import { useInputs } from './use-inputs.js';

type Claims = Readonly<Partial<Record<FieldName, string>>>;

interface ComparePaneProps {
  readonly call: CallView;
  readonly language: Language;
  readonly claims: Claims;
  readonly onClaims: (claims: Claims) => void;
  readonly onBack: () => void;
}

const isText = (field: FieldName): boolean => field === 'organisation' || field === 'name';

/** Facts are compared blind: one answer for the whole set, from main, never which one. */
export const ComparePane = ({ call, language, claims, onClaims, onBack }: ComparePaneProps) => {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const compare = useCallStep(api.compareClaims);
  const inputs = useInputs(form);
  useEscape(onBack);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (compare.isPending || inputs.focusNext()) return;
    compare.mutate({ claims: { ...claims } }, { onSettled: inputs.selectFirst });
  };
  const failed = call.compared === 'no-match';
  return (
    <StepFrame
      title={t('steps.compare.title')}
      about={t('steps.compare.about')}
      language={language}
      say={failed ? 'again' : 'compare'}
      asked={call.compare}
    >
      <form ref={form} className="form" onSubmit={onSubmit} noValidate>
        {call.compare.map((field) => (
          <Field
            key={field}
            mono={!isText(field)}
            label={t(`terms.field.${field}`)}
            value={claims[field] ?? ''}
            onChange={(value) => onClaims({ ...claims, [field]: value })}
          />
        ))}
        <div className="actions">
          <Button kind="primary" submits busy={compare.isPending} hint="Enter">
            {compare.isPending ? t('steps.compare.going') : t('steps.compare.go')}
          </Button>
          <Button kind="quiet" onPress={onBack} hint="Esc">
            {t('steps.compare.back')}
          </Button>
        </div>
      </form>
      <Failed error={compare.error} />
      {call.repeated.length > 0 && !failed && (
        <Notice tone="waiting" urgent title={t('proof.repeated')} lines={[t('proof.repeatedAbout')]} />
      )}
      {failed && !compare.isPending && !compare.error && (
        <Notice
          key={call.wrongAnswersLeft}
          tone="stop"
          urgent
          title={t('steps.compare.noMatch')}
          lines={[t('steps.compare.left', { count: call.wrongAnswersLeft })]}
        />
      )}
      <NextSteps next={call.next} />
      <Bypass bypass={call.bypass} />
    </StepFrame>
  );
};
