import './policy-problems.css';
import { FileWarning } from 'lucide-react';
import type { PolicyProblem } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';

const Problem = ({ problem }: { readonly problem: PolicyProblem }) => {
  const { t, number } = useWords();
  return (
    <li className="problem">
      <span className="problem-line">
        {problem.line === null ? t('shell.policy.whole') : t('shell.policy.line', { line: number(problem.line) })}
      </span>
      <div>
        <strong>{t(`shell.policy.kind.${problem.kind}`)}</strong>
        {problem.path && <code className="mono">{problem.path}</code>}
        <p className="muted">{problem.detail}</p>
      </div>
    </li>
  );
};

interface PolicyProblemsProps {
  readonly file: string;
  readonly problems: readonly PolicyProblem[];
}

/** The desk opens and says exactly what is wrong and where; it looks nobody up. */
export const PolicyProblems = ({ file, problems }: PolicyProblemsProps) => {
  const { t } = useWords();
  return (
    <main className="policy-problems">
      <header>
        <FileWarning aria-hidden="true" size={28} />
        <h1>{t('shell.policy.title')}</h1>
      </header>
      <p>{t('shell.policy.about')}</p>
      <p>
        <span className="muted">{t('shell.policy.file')}</span> <code className="mono">{file}</code>
      </p>
      <h2>{t('shell.policy.count', { count: problems.length })}</h2>
      <ol>
        {problems.map((problem, index) => (
          <Problem key={index} problem={problem} />
        ))}
      </ol>
    </main>
  );
};
