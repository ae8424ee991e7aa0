import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import type { Narrowing } from './use-filter.js';

interface FoundBarProps {
  readonly count: number;
  readonly narrowing: Narrowing;
  readonly fresh: number;
  readonly onFresh: () => void;
  /** How far the index is. */
  readonly children: ReactNode;
}

/** How many entries were found, and how to find more. */
export const FoundBar = ({ count, narrowing, fresh, onFresh, children }: FoundBarProps) => {
  const { t } = useWords();
  return (
    <footer className="found-bar">
      <strong role="status">{t('audit.found', { count })}</strong>
      {narrowing.isChosen && (
        <Button kind="quiet" onPress={narrowing.clear}>
          {t('audit.clear')}
        </Button>
      )}
      {fresh > 0 && (
        <Button kind="quiet" onPress={onFresh}>
          {t('audit.fresh', { count: fresh })}
        </Button>
      )}
      {children}
    </footer>
  );
};
