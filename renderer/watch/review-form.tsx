import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { RequestOf } from '../../shared/contract.js';
import { reviewOutcomes, type ReviewOutcome } from '../../shared/watch.js';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { Segmented } from '../ui/segmented.js';
import { useEscape } from '../ui/use-escape.js';

export type Review = Omit<RequestOf<'reviewFlag'>, 'id'>;

interface ReviewFormProps {
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onReview: (review: Review) => void;
  readonly onCancel: () => void;
}

export const ReviewForm = ({ busy, error, onReview, onCancel }: ReviewFormProps) => {
  const { t, failure } = useWords();
  const [outcome, setOutcome] = useState<ReviewOutcome>('explained');
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  useEscape(onCancel);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) onReview({ outcome, ...(note.trim() && { note }) });
  };
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <Segmented
        label={t('watch.outcome')}
        value={outcome}
        options={reviewOutcomes.map((value) => ({ value, text: t(`watch.outcomes.${value}`) }))}
        onChange={setOutcome}
      />
      <Field label={t('watch.note')} hint={t('watch.noteAbout')} value={note} onChange={setNote} />
      <div className="actions">
        <Button kind="primary" submits busy={busy} hint="Enter">
          {t('watch.save')}
        </Button>
        <Button kind="quiet" onPress={onCancel} hint="Esc">
          {t('shell.cancel')}
        </Button>
      </div>
      {error && <Notice tone="failure" urgent {...failure(failureOf(error))} />}
    </form>
  );
};
