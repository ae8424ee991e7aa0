import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { factorIds } from '../../../shared/call-view.js';
import { purposeKinds, strengths } from '../../../shared/purpose.js';
import { fields } from '../../../shared/subject.js';
import { role } from './sign-in-schema.js';
import { minutes, points, said, text, usually, whole } from './terms.js';

const field = z.enum(fields);
/** Whether someone still works there is not a thing to ask a caller. */
const comparable = z.enum(fields.filter((each) => each !== 'status'));
const strength = z.enum(strengths);
const id = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/));

const way = z.strictObject({
  factors: said(whole(1, 10), 'How many different factors of that strength.'),
  of: said(z.enum(strengths), 'The least strength of each of them; weaker ones do not count here.'),
  among: said(z.optional(z.array(z.enum(factorIds)).check(z.minLength(1))), 'Only these count here; left out: any.'),
});

const accept = said(
  usually(z.array(way).check(z.maxLength(10)), []),
  'Besides all that, one of these: [{factors: 1, of: strong}, {factors: 2, of: medium}]; or {factors: 1, of: medium, among: [approval]}. Empty: nothing besides.',
);

const rules = z.strictObject({
  kind: said(
    usually(z.enum(purposeKinds), 'help'),
    'What the purpose does with whom it found; a billing-check shows no identity and asks no proof.',
  ),
  roles: said(
    z.optional(z.array(role).check(z.minLength(1))),
    'Who may start it; left out: agent, and billing for a billing-check.',
  ),
  points: said(points(), 'Points the factors must add up to.'),
  factors: said(whole(0, 10), 'How many different factors are needed.'),
  strongest: said(z.optional(strength), 'The least strength the strongest factor must have.'),
  accept,
  sensitive: said(
    z.optional(z.boolean()),
    'Facts alone never reach it. Left out: when it asks for more than a signal, or may show how to reach a person.',
  ),
  bypass: said(
    usually(z.boolean(), false),
    'Whether whoever has the right may go past the proof, with a reason and a second agent.',
  ),
  compare: said(
    z.array(comparable),
    'Facts the caller is asked; compared all at once, blind. What was searched by is replaced by another.',
  ),
  show: said(z.array(field), 'Fields that may be revealed once verified.'),
  showMasked: said(usually(z.array(field), []), 'Fields that may be revealed with a mask only.'),
  verifiedMinutes: said(usually(minutes(), 15), 'How long a verification holds.'),
});

type Rules = z.output<typeof rules>;

const contradictions = ({ kind, compare, show, showMasked }: Rules): (readonly [string, string])[] => {
  if (kind !== 'billing-check') return compare.length === 0 ? [['compare', policyRules['one-fact']]] : [];
  return [
    ...(compare.length > 0 ? [['compare', policyRules['no-facts']] as const] : []),
    ...([...show, ...showMasked].some((each) => each !== 'status')
      ? [['show', policyRules['only-status']] as const]
      : []),
  ];
};

const purpose = rules.check(
  z.superRefine((rules, context) => {
    for (const [key, message] of contradictions(rules)) context.addIssue({ code: 'custom', path: [key], message });
  }),
);

/** What the desk may identify people for. */
export const purposesSchema = z
  .record(id, purpose)
  .check(z.refine((all) => Object.keys(all).length > 0, policyRules['one-purpose']));

const who = z
  .strictObject({
    privileged: said(z.optional(z.literal(true)), 'Whom the registry marks with the attribute of that name.'),
    organisations: said(z.optional(z.array(text()).check(z.minLength(1))), 'Whoever belongs to one of these.'),
  })
  .check(z.refine((groups) => Object.keys(groups).length > 0, policyRules['who-belongs']));

const population = z.strictObject({
  id,
  who: said(who, 'Any one of these is enough.'),
  purposes: said(z.optional(z.array(id).check(z.minLength(1))), 'Left out: every purpose.'),
  points: usually(points(), 0),
  factors: usually(whole(0, 10), 0),
  strongest: z.optional(strength),
  accept,
});

/** Groups of people for whom more is asked; what they ask is added to what the purpose asks. */
export const populationsSchema = usually(z.array(population).check(z.maxLength(50)), []);

export type PurposeRules = Rules;
export type Population = z.output<typeof population>;
