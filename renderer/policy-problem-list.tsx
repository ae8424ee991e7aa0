import './policy-problem-list.css';
import type { PolicyProblem } from '../shared/desk-state.js';
import { useProblemWords } from './messages/use-problem-words.js';
import { useWords } from './messages/use-words.js';

const Problem = ({ problem }: { readonly problem: PolicyProblem }) => {
  const { t, number } = useWords();
  const wordsOf = useProblemWords();
  const { source, line, path, kind, detail, why } = problem;
  return (
    <li className="problem">
      <span className="problem-line">
        {line === null ? t('shell.policy.whole') : t('shell.policy.line', { line: number(line) })}
      </span>
      <div>
        <strong>{t(`shell.policy.kind.${kind}`)}</strong>
        {path && <code className="mono">{path}</code>}
        {source && <p className="mono">{source}</p>}
        <p className="muted">{why ? wordsOf(why) : detail}</p>
      </div>
    </li>
  );
};

/** Every mistake of the policy: what, in which source, in which line, at which path. */
export const PolicyProblemList = ({ problems }: { readonly problems: readonly PolicyProblem[] }) => (
  <ol className="problems">
    {problems.map((problem, index) => (
      <Problem key={index} problem={problem} />
    ))}
  </ol>
);
