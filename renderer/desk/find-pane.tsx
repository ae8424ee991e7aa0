import './find.css';
import { useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import type { CallView } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { useEscape } from '../ui/use-escape.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { useLasting } from '../ui/use-lasting.js';
import { failureOf } from '../api.js';
import { BillingOutcome } from './billing-outcome.js';
import { BudgetReason } from './budget-reason.js';
import { Candidates } from './candidates.js';
import { Failed } from './failed.js';
import { FindOutcomeNotice } from './find-outcome.js';
import { KindChoice } from './kind-choice.js';
import { NextSteps } from './next-steps.js';
import { sayOfFind } from './say.js';
import { withIdentifier, type Search } from './search.js';
import { StepFrame } from './step-frame.js';
import { useCallStep } from './use-call-step.js';
import { useFind } from './use-find.js';

interface FindPaneProps {
  readonly call: CallView;
  readonly language: Language;
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
  readonly onFound: () => void;
  readonly onChosen: () => void;
  readonly onClose: () => void;
}

export const FindPane = ({ call, language, search, onSearch, onFound, onChosen, onClose }: FindPaneProps) => {
  const { t } = useWords();
  const identifier = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(search.identifier);
  const find = useFind(onFound);
  const isLong = useLasting(find.isPending);
  const choose = useCallStep(api.chooseCandidate);
  useFocusOnce(identifier);
  useEscape(() => (find.isPending ? void api.cancelSearch() : identifier.current?.focus()));

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (find.isPending) return;
    choose.reset();
    setAsked(search.identifier);
    const { by, organisation } = search;
    find.mutate(
      { by, identifier: search.identifier, organisation: by === 'name' ? organisation : '' },
      { onSettled: (found) => found?.find !== 'found' && identifier.current?.select() },
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown') return;
    document.querySelector<HTMLElement>('.candidate')?.focus();
  };
  const onChoose = (number: number) => {
    onChosen();
    choose.mutate({ number }, { onSuccess: onFound });
  };
  return (
    <StepFrame title={t('steps.find.title')} about={t('steps.find.empty')} language={language} say={sayOfFind(call)}>
      <form className="form" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
        <KindChoice value={search.by} onChange={(by) => onSearch({ ...search, by, chosen: true })} />
        <div className={search.by === 'name' ? 'find-row find-row-name' : 'find-row'}>
          <Field
            ref={identifier}
            mono
            label={t('steps.find.identifier')}
            value={search.identifier}
            onChange={(value) => onSearch(withIdentifier(search, value))}
          />
          {search.by === 'name' && (
            <Field
              label={t('steps.find.organisation')}
              value={search.organisation}
              onChange={(organisation) => onSearch({ ...search, organisation })}
            />
          )}
          <Button kind="primary" submits busy={isLong} hint={isLong ? 'Esc' : 'Enter'}>
            {isLong ? t('steps.find.going') : t('steps.find.go')}
          </Button>
        </div>
      </form>
      <Failed error={find.error ?? choose.error} />
      {find.error && failureOf(find.error).code === 'budget-exceeded' && (
        <BudgetReason
          onOpened={() => {
            find.reset();
            identifier.current?.focus();
          }}
        />
      )}
      {!find.isPending && !find.error && (
        <>
          <FindOutcomeNotice find={call.find} onClose={onClose} />
          <BillingOutcome billing={call.billing} />
          <NextSteps next={call.next} />
        </>
      )}
      {call.candidates.length > 0 && (
        <Candidates
          key={call.foundAt}
          candidates={call.candidates}
          busy={find.isPending}
          takesFocus={search.identifier === asked}
          onChoose={onChoose}
        />
      )}
    </StepFrame>
  );
};
