import { DatabaseZap } from 'lucide-react';
import { useWords } from '../messages/use-words.js';
import type { IndexState } from '../read-model/indexer.js';
import { Button } from '../ui/button.js';

interface IndexBarProps {
  readonly state: IndexState;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onRebuild: () => void;
}

/** Less than this is over before it can be read. */
const worthShowing = 1000;

const Progress = ({ state }: Pick<IndexBarProps, 'state'>) => {
  const { t, number } = useWords();
  if (!('progress' in state)) return <span className="muted">{state.kind === 'opening' && t('audit.loading')}</span>;
  const { done, of } = state.progress;
  const words = { done: number(done), head: number(of) };
  if (state.kind === 'paused') return <span>{t('audit.paused', words)}</span>;
  if (state.kind === 'ready' || of - done < worthShowing) {
    return <span className="muted">{t('audit.indexed', { done: words.done })}</span>;
  }
  return (
    <>
      <progress aria-label={t('audit.syncing')} max={Math.max(of, 1)} value={done} />
      <span className="muted">{t('audit.syncingTo', words)}</span>
    </>
  );
};

export const IndexBar = ({ state, onPause, onResume, onRebuild }: IndexBarProps) => {
  const { t } = useWords();
  const long = state.kind === 'syncing' && state.progress.of - state.progress.done >= worthShowing;
  return (
    <div className="index-bar">
      <Progress state={state} />
      {long && <Button onPress={onPause}>{t('audit.cancel')}</Button>}
      {state.kind === 'paused' && <Button onPress={onResume}>{t('audit.resume')}</Button>}
      <span title={t('audit.rebuildAbout')}>
        <Button kind="quiet" onPress={onRebuild}>
          <DatabaseZap aria-hidden="true" size={16} />
          {t('audit.rebuild')}
        </Button>
      </span>
    </div>
  );
};
