import { Abandoned } from '../abandoned.js';
import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';
import { useDeskState } from '../use-desk-state.js';

/** Why the desk is not where the agent left it. It takes neither the focus nor anything typed. */
export const CallWord = () => {
  const { t } = useWords();
  const { call } = useDeskState();
  if (!call) return <Abandoned />;
  return call.putAway && <Notice tone="info" title={t('lock.putAway')} lines={[t('lock.putAwayAbout')]} />;
};
