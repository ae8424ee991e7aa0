import { formatLeft } from '../messages/format.js';
import { useWords } from '../messages/use-words.js';
import { useNow } from '../use-now.js';

/** That there is a call and for how long, and nothing of what it is about. */
export const CallLeft = ({ abandonsAt }: { readonly abandonsAt: string }) => {
  const { t } = useWords();
  const left = Date.parse(abandonsAt) - useNow();
  return <p className="muted">{left > 0 ? t('lock.callKept', { time: formatLeft(left) }) : t('lock.callOver')}</p>;
};
