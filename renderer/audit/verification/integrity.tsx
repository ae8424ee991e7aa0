import { CircleX, Clock, ShieldCheck } from 'lucide-react';
import type { DeskState } from '../../../shared/desk-state.js';
import { useEvidenceWords } from '../../messages/use-evidence-words.js';
import { useWords } from '../../messages/use-words.js';

/** How far the journal is proven, by shape, word and colour. */
export const Integrity = ({ audit }: Pick<DeskState, 'audit'>) => {
  const { t } = useWords();
  const { standing } = useEvidenceWords(audit);
  const { failure, verified } = audit.evidence;
  const tone = failure ? 'stop' : verified.whole ? 'verified' : 'waiting';
  const Shape = { stop: CircleX, verified: ShieldCheck, waiting: Clock }[tone];
  return (
    <p className={`integrity integrity-${tone}`}>
      <Shape aria-hidden="true" size={16} />
      <span>{standing}</span>
      {tone === 'waiting' && (
        <progress aria-label={t('evidence.checking')} max={Math.max(audit.head, 1)} value={verified.to} />
      )}
    </p>
  );
};
