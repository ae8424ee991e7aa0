import { CircleX, Clock, ShieldCheck } from 'lucide-react';
import type { DeskState } from '../../../shared/desk-state.js';
import { useEvidenceWords } from '../../messages/use-evidence-words.js';
import { useWords } from '../../messages/use-words.js';

const tones = {
  closed: 'stop',
  refused: 'stop',
  keyless: 'waiting',
  verified: 'verified',
  verifying: 'waiting',
} as const;

/** How far the journal is proven, by shape, word and colour. */
export const Integrity = ({ audit }: Pick<DeskState, 'audit'>) => {
  const { t } = useWords();
  const { standing, words } = useEvidenceWords(audit);
  const tone = tones[audit.evidence.failure ? 'refused' : standing];
  const Shape = { stop: CircleX, verified: ShieldCheck, waiting: Clock }[tone];
  return (
    <p className={`integrity integrity-${tone}`}>
      <Shape aria-hidden="true" size={16} />
      <span>{words}</span>
      {standing === 'verifying' && tone === 'waiting' && (
        <progress
          aria-label={t('evidence.checking')}
          max={Math.max(audit.head, 1)}
          value={audit.evidence.verified.to}
        />
      )}
    </p>
  );
};
