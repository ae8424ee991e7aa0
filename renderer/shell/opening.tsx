import './policy-problems.css';
import type { ReactNode } from 'react';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useDeskQuery } from '../use-desk-state.js';

/** Draws nothing until the desk is open; a desk that does not open says why. */
export const Opening = ({ children }: { readonly children: ReactNode }) => {
  const { t, failure } = useWords();
  const { data, error, refetch } = useDeskQuery();
  if (data) return children;
  if (!error) return null;
  return (
    <main className="opening-failed">
      <h1>{t('shell.failedTitle')}</h1>
      <Notice tone="failure" urgent {...failure(failureOf(error))} />
      <Button kind="primary" onPress={() => void refetch()}>
        {t('shell.retry')}
      </Button>
    </main>
  );
};
