import './verification.css';
import { useMutation } from '@tanstack/react-query';
import type { DeskState } from '../../../shared/desk-state.js';
import type { VerificationView } from '../../../shared/verification.js';
import { failureOf } from '../../api.js';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Integrity } from './integrity.js';
import { Outcome } from './outcome.js';

interface VerificationProps extends Pick<DeskState, 'audit'> {
  readonly view: VerificationView | null;
}

/** How far the journal is proven, and proving it again, all of it. Whoever asked may leave the screen meanwhile. */
export const Verification = ({ audit, view }: VerificationProps) => {
  const { t, failure } = useWords();
  const asking = useMutation({
    mutationFn: async (isRunning: boolean): Promise<void> =>
      void (await (isRunning ? api.cancelVerification() : api.startVerification())),
  });
  const isRunning = view?.state === 'running';
  return (
    <section className="verification-all" aria-label={t('evidence.title')}>
      <div className="verification">
        <Integrity audit={audit} />
        {/* One button, so that the focus stays where it is. */}
        <Button busy={asking.isPending} onPress={() => asking.mutate(isRunning)}>
          {t(isRunning ? 'verification.cancel' : 'verification.start')}
        </Button>
      </div>
      {!audit.evidence.verified.whole && !audit.evidence.failure && (
        <p className="verification-told muted">{t('verification.own')}</p>
      )}
      <Outcome view={view} audit={audit} />
      {asking.error && <Notice tone="failure" urgent {...failure(failureOf(asking.error))} />}
    </section>
  );
};
