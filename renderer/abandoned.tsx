import { useWords } from './messages/use-words.js';
import { Notice } from './ui/notice.js';
import { useDeskState } from './use-desk-state.js';

/** That the last call ended without its agent: when and why, and nothing of the caller. */
export const Abandoned = () => {
  const { t, moment } = useWords();
  const { abandoned, call } = useDeskState();
  if (!abandoned || call) return null;
  const words = [t(`lock.abandoned.why.${abandoned.reason}`), t('lock.abandoned.about', { at: moment(abandoned.at) })];
  return <Notice tone="info" title={t('lock.abandoned.title')} lines={words} />;
};
