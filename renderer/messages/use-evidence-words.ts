import type { DeskState } from '../../shared/desk-state.js';
import { useWords } from './use-words.js';

/** How far the journal is proven, in one line, and by whose key. */
export const useEvidenceWords = ({ first, head, evidence }: DeskState['audit']) => {
  const { t, number, moment } = useWords();
  const { verified, anchored, key } = evidence;
  const to = number(verified.to);
  const words = [
    verified.whole ? t('evidence.verified', { to }) : t('evidence.verifying', { to, head: number(head) }),
    anchored
      ? t('evidence.anchored', { size: number(anchored.size), at: moment(anchored.at) })
      : t('evidence.notAnchored'),
    ...(first > 1 ? [t('evidence.begins', { first: number(first) })] : []),
  ];
  return { standing: words.join(' · '), key: key ?? t('evidence.noKey') };
};
