import type { DeskState } from '../../shared/desk-state.js';
import type { Failure } from '../../shared/result.js';
import { useWords } from './use-words.js';

/** The journal is not what the desk signed for, which this start of the desk does not look at again. */
export const isRefused = ({ code }: Failure): boolean => /^audit-(?:damaged|truncated|anchor-missing)$/.test(code);

type Audit = DeskState['audit'];

/** `closed` no journal is open · `refused` it is, and is not relied on · `keyless` nothing can be verified without the desk's key. */
type Standing = 'closed' | 'refused' | 'keyless' | 'verified' | 'verifying';

const standingOf = ({ failure, head, evidence }: Audit): Standing => {
  if (failure && head === 0) return 'closed';
  if (evidence.failure && isRefused(evidence.failure)) return 'refused';
  if (evidence.verified.whole) return 'verified';
  return evidence.key === null ? 'keyless' : 'verifying';
};

/** How far the journal is proven, in one line, and by whose key. */
export const useEvidenceWords = (audit: Audit) => {
  const { t, number, moment } = useWords();
  const { first, head, evidence } = audit;
  const { verified, anchored, key } = evidence;
  const standing = standingOf(audit);
  const awaited = standing === 'verified' || standing === 'verifying' ? [t('evidence.notAnchored')] : [];
  const words = [
    t(`evidence.${standing}`, { to: number(verified.to), head: number(head) }),
    ...(anchored ? [t('evidence.anchored', { size: number(anchored.size), at: moment(anchored.at) })] : awaited),
    ...(first > 1 ? [t('evidence.begins', { first: number(first) })] : []),
  ];
  return { standing, words: words.join(' · '), key: key ?? t('evidence.noKey') };
};
