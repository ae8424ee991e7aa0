import type { ProblemWhy } from '../../shared/policy-problem.js';
import { useWords } from './use-words.js';

/** What is wrong with a value of the policy, in one sentence. */
export const useProblemWords = (): ((why: ProblemWhy) => string) => {
  const { t, number } = useWords();
  return (why) => {
    switch (why.is) {
      case 'type': {
        const expected = t(`policyProblem.type.${why.expected}`);
        if (why.found === null) return t('policyProblem.missing', { expected });
        return t('policyProblem.wrongType', { expected, found: t(`policyProblem.type.${why.found}`) });
      }
      case 'least':
      case 'most':
        return t(`policyProblem.${why.is}.${why.of}`, { limit: number(why.limit) });
      case 'choice':
        return t('policyProblem.choice', { choices: why.choices.join(', ') });
      case 'pattern':
      case 'key':
        return t(`policyProblem.${why.is}`, { pattern: why.pattern });
      case 'rule':
        return t(`policyProblem.rule.${why.rule}`);
      case 'slip':
        return t(`policyProblem.slip.${why.slip}`);
      case 'url':
      case 'email':
      case 'form':
        return t(`policyProblem.${why.is}`);
    }
  };
};
