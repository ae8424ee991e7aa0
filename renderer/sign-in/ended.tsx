import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';
import { useDeskState } from '../use-desk-state.js';

/** Why the desk signed its agent out by itself. */
export const Ended = () => {
  const { t } = useWords();
  const { ended } = useDeskState();
  return ended && <Notice tone="info" title={t(`lock.ended.${ended}`)} lines={[t('lock.endedAbout')]} />;
};
