import { lazy, Suspense, useState } from 'react';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import type { useDeskOperation } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.js')).ConfirmDialog }));

interface AskingProps {
  readonly action: string;
  readonly title: string;
  readonly about: string;
  readonly operation: ReturnType<typeof useDeskOperation<void>>;
  /** Why it cannot be done now. */
  readonly whyNot?: string | null;
}

/** A button whose operation is asked about first, and what came of it when it failed. */
export const Asking = ({ action, title, about, operation, whyNot = null }: AskingProps) => {
  const { failure } = useWords();
  const [asking, setAsking] = useState(false);
  const onConfirm = () => {
    setAsking(false);
    operation.mutate();
  };
  return (
    <>
      <div className="session-actions">
        <Button disabled={whyNot !== null} onPress={() => setAsking(true)}>
          {action}
        </Button>
        {whyNot !== null && <span className="muted">{whyNot}</span>}
      </div>
      {operation.error && <Notice tone="failure" urgent {...failure(failureOf(operation.error))} />}
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog {...{ title, about, action, onConfirm }} onCancel={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
};
