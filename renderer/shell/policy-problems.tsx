import './policy-problems.css';
import { FileWarning } from 'lucide-react';
import type { PolicyProblem } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';
import { PolicyProblemList } from '../policy-problem-list.js';

/** The desk opens and says exactly what is wrong and where; it looks nobody up. */
export const PolicyProblems = ({ problems }: { readonly problems: readonly PolicyProblem[] }) => {
  const { t } = useWords();
  return (
    <main className="policy-problems">
      <header>
        <FileWarning aria-hidden="true" size={28} />
        <h1>{t('shell.policy.title')}</h1>
      </header>
      <p>{t('shell.policy.about')}</p>
      <h2>{t('shell.policy.count', { count: problems.length })}</h2>
      <PolicyProblemList problems={problems} />
    </main>
  );
};
