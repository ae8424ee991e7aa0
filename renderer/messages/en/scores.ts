import { weaknessWords } from '../../../shared/weakness-words.js';

export const scores = {
  title: 'How hard each purpose is to reach',
  about:
    '100 means: whoever is not the person needs as much as what the purpose opens deserves. It follows from the weakest way that the policy takes for enough.',
  score: '{{score}} of 100',
  noScore: 'no score',
  weakest: 'Weakest way: {{way}}.',
  nobody: 'Nobody is proven for this.',
  reading: 'Working out the scores…',
  reason: weaknessWords,
} as const;
