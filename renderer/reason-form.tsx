import { useState, type ReactNode, type SubmitEvent } from 'react';
import { reasonLength } from '../shared/watch.js';
import { failureOf } from './api.js';
import { useWords } from './messages/use-words.js';
import { Button } from './ui/button.js';
import { Field } from './ui/field.js';
import { Notice } from './ui/notice.js';

interface ReasonFormProps {
  readonly words: Readonly<Record<'title' | 'reason' | 'go', string>>;
  readonly about?: string;
  readonly operation: { readonly isPending: boolean; readonly error: Error | null };
  readonly onReason: (reason: string) => void;
  /** Whether Enter does the obvious next thing; what is nobody's first way has no key of its own. */
  readonly first?: boolean;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** Something that is done only with a written reason; what is typed stays until main has taken it. */
export const ReasonForm = ({ words, about, operation, onReason, first = true, children }: ReasonFormProps) => {
  const { t, number, failure } = useWords();
  const [reason, setReason] = useState('');
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!operation.isPending) onReason(reason);
  };
  return (
    <form className="form" aria-label={words.title} onSubmit={onSubmit} noValidate>
      {about && <p>{about}</p>}
      <Field
        label={words.reason}
        hint={t('watch.budget.length', { least: number(reasonLength.least), most: number(reasonLength.most) })}
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <Button kind={first ? 'primary' : 'plain'} submits busy={operation.isPending} hint={first ? 'Enter' : null}>
          {words.go}
        </Button>
        {children}
      </div>
      {operation.error && <Notice tone="failure" urgent {...failure(failureOf(operation.error))} />}
    </form>
  );
};
