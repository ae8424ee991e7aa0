import type { Weakness } from './policy-score.js';

/** In English, for the settings screen and the command line alike. `{{value}}` is the reason's value. */
export const weaknessWords = {
  'facts-alone': 'Facts alone are enough. Facts can be recited by whoever has gathered them.',
  'signals-alone': 'A code by e-mail is enough. Whoever sits in the mailbox reads it too.',
  'one-medium': 'One medium factor is enough. This takes a strong one, or two different medium ones.',
  'same-number': 'Both factors hang on the same phone number. Whoever takes over the number has both.',
  'no-cool-down': 'A number or an address that was changed a minute ago counts. Give it a cool-down of some days.',
  'one-fact': 'Only one fact is asked.',
  'holds-long': 'A verification holds for {{value}} minutes. Somebody else can be on the line by then.',
  'many-wrong-answers': '{{value}} wrong answers are allowed in a call. That leaves room to guess.',
  'short-lock': 'The lock after wrong answers lasts {{value}} minutes. That is soon over.',
  'answer-time': 'A comparison is answered as soon as it is done, so the time can tell whether it matched.',
  'any-ticket': 'The ticket’s pattern takes a name or an address, and those would stand in the journal in clear.',
  bypass: 'The proof can be bypassed.',
  'bypass-for-all': 'Every agent may bypass the proof. It is a right for a few.',
  'bypass-impossible':
    'The policy allows a bypass that nobody can make: it takes the right and sign-in with a provider.',
  unattainable: 'What this policy sets up does not reach it: {{value}}. Nobody can be verified for this.',
  'unattainable-under-threat': 'While the threat is raised nobody can be verified for this.',
  'unattainable-for-population': 'Nobody of the population {{value}} can be verified for this.',
} as const satisfies Readonly<Record<Weakness, string>>;
