import type { DeskState } from '../../../shared/desk-state.js';
import type { Failure } from '../../../shared/result.js';
import type { JournalProblem, VerificationView } from '../../../shared/verification.js';
import { isRefused } from '../../messages/use-evidence-words.js';
import { useWords } from '../../messages/use-words.js';
import { RecordFailure } from '../../record-failure.js';
import { Notice } from '../../ui/notice.js';

interface ProblemProps {
  readonly problem: JournalProblem;
  /** Why the desk does not rely on the journal. */
  readonly refusal: Failure | null;
}

/** One notice, however much there is to say: the list below has to be seen. */
const Problem = ({ problem, refusal }: ProblemProps) => {
  const { t, number, failure } = useWords();
  const words = refusal && failure(refusal);
  const [seq, to] = 'seq' in problem ? [number(problem.seq), number(problem.to)] : ['', ''];
  const lines = [
    ...(seq === to ? [] : [t('verification.upTo', { seq, to })]),
    ...(words ? [words.title, ...words.lines.slice(1)] : [t('verification.next')]),
  ];
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

interface OutcomeProps extends Pick<DeskState, 'audit'> {
  readonly view: VerificationView | null;
}

/** How far it is, what came of the last verification, and why nobody can be looked up: each told once. */
export const Outcome = ({ view, audit }: OutcomeProps) => {
  const { failure } = useWords();
  // Of the keychain the desk tells too, and relies on the journal all the same.
  const refusal = audit.evidence.failure && isRefused(audit.evidence.failure) ? audit.evidence.failure : null;
  const told = useTold(view);
  const problem = view?.state === 'ended' ? view.problem : null;
  return (
    <>
      <div className="verification">
        <p className="verification-told" role="status">
          {told}
        </p>
        {view?.state === 'running' && <Running {...view} />}
      </div>
      {problem && <Problem problem={problem} refusal={refusal} />}
      {!(problem && refusal) && <RecordFailure />}
      {!audit.failure && !problem && audit.evidence.failure && (
        <Notice tone="failure" urgent {...failure(audit.evidence.failure)} />
      )}
      {view?.state === 'failed' && view.failure.code !== audit.failure?.code && (
        <Notice tone="failure" urgent {...failure(view.failure)} />
      )}
    </>
  );
};
