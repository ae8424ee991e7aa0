import type { JournalProblem, VerificationView } from '../../../shared/verification.js';
import { useWords } from '../../messages/use-words.js';
import { Notice } from '../../ui/notice.js';

const Problem = ({ problem }: { readonly problem: JournalProblem }) => {
  const { t, number } = useWords();
  const [seq, to] = 'seq' in problem ? [number(problem.seq), number(problem.to)] : ['', ''];
  const lines = [...(seq === to ? [] : [t('verification.upTo', { seq, to })]), t('verification.next')];
  const file = 'file' in problem ? problem.file : '';
  return <Notice tone="failure" urgent title={t(`verification.bad.${problem.kind}`, { seq, file })} lines={lines} />;
};

/** What a screen reader hears when it begins and when it has ended well. */
const useTold = (view: VerificationView | null): string => {
  const { t, number, moment } = useWords();
  if (view?.state === 'running') return t('verification.running');
  if (view?.state === 'cancelled') return t('verification.cancelled');
  if (view?.state !== 'ended' || view.problem) return '';
  const { first, to, sealed, at } = view;
  const sound = t('verification.sound', { count: to - first + 1, first: number(first), to: number(to) });
  return `${sound} ${t('verification.sealed', { sealed: number(sealed), at: moment(at) })}`;
};

const Running = ({ done, of }: Extract<VerificationView, { state: 'running' }>) => {
  const { t, number } = useWords();
  return (
    <>
      {/* Of nothing yet, it shows that something goes on. */}
      <progress aria-label={t('verification.running')} {...(of > 0 && { max: of, value: done })} />
      {of > 0 && <span className="muted">{t('verification.runningTo', { done: number(done), of: number(of) })}</span>}
    </>
  );
};

/** How far it is, and what came of the last verification. */
export const Outcome = ({ view }: { readonly view: VerificationView | null }) => {
  const { failure } = useWords();
  const told = useTold(view);
  return (
    <>
      <div className="verification">
        <p className="verification-told" role="status">
          {told}
        </p>
        {view?.state === 'running' && <Running {...view} />}
      </div>
      {view?.state === 'ended' && view.problem && <Problem problem={view.problem} />}
      {view?.state === 'failed' && <Notice tone="failure" urgent {...failure(view.failure)} />}
    </>
  );
};
