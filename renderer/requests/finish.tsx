import { useRef, useState } from 'react';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { useEscape } from '../ui/use-escape.js';
import { useFocusOnce } from '../ui/use-focus-once.js';

interface FinishProps {
  readonly removal: boolean;
  readonly busy: boolean;
  readonly onFinish: () => void;
}

const Sure = ({ removal, busy, onFinish, onBack }: FinishProps & { readonly onBack: () => void }) => {
  const { t } = useWords();
  const back = useRef<HTMLButtonElement>(null);
  // The safe way out has the focus: nothing is erased by a second Enter.
  useFocusOnce(back);
  useEscape(onBack);
  return (
    <div className="request-sure">
      <p>{t(removal ? 'requests.finishRemovalAbout' : 'requests.finishAbout')}</p>
      <div className="actions">
        <Button kind={removal ? 'danger' : 'primary'} busy={busy} onPress={onFinish}>
          {t(removal ? 'requests.finishRemovalSure' : 'requests.finishSure')}
        </Button>
        <Button ref={back} kind="quiet" onPress={onBack} hint="Esc">
          {t('shell.cancel')}
        </Button>
      </div>
    </div>
  );
};

/** Asks once more: what is finished does not come back. */
export const Finish = (props: FinishProps) => {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (asking) return <Sure {...props} onBack={() => setAsking(false)} />;
  return (
    <Button onPress={() => setAsking(true)}>{t(props.removal ? 'requests.finishRemoval' : 'requests.finish')}</Button>
  );
};
