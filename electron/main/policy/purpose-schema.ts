import * as z from 'zod';
import { factorIds } from '../../../shared/call-view.js';
import { purposeKinds, strengths } from '../../../shared/purpose.js';
import { fields } from '../../../shared/subject.js';
import { role } from './sign-in-schema.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ jitless: true });

const field = z.enum(fields);
/** Whether someone still works there is not a thing to ask a caller. */
const comparable = field.exclude(['status']);
const strength = z.enum(strengths);
const minutes = z
  .int()
  .min(1)
  .max(24 * 60);
const points = z.int().min(0).max(100);
const factors = z.int().min(0).max(10);
const id = z.string().regex(/^[a-z][a-z-]{0,39}$/);

const way = z.strictObject({
  factors: factors.min(1).describe('How many different factors of that strength.'),
  of: strength.describe('The least strength of each of them; weaker ones do not count here.'),
  among: z.array(z.enum(factorIds)).min(1).optional().describe('Only these count here; left out: any.'),
});

const accept = z
  .array(way)
  .max(10)
  .default([])
  .describe(
    'Besides all that, one of these: [{factors: 1, of: strong}, {factors: 2, of: medium}]; or {factors: 1, of: medium, among: [approval]}. Empty: nothing besides.',
  );

const purpose = z
  .strictObject({
    kind: z
      .enum(purposeKinds)
      .default('help')
      .describe('What the purpose does with whom it found; a billing-check shows no identity and asks no proof.'),
    roles: z
      .array(role)
      .min(1)
      .optional()
      .describe('Who may start it; left out: agent, and billing for a billing-check.'),
    points: points.describe('Points the factors must add up to.'),
    factors: factors.describe('How many different factors are needed.'),
    strongest: strength.optional().describe('The least strength the strongest factor must have.'),
    accept,
    sensitive: z
      .boolean()
      .optional()
      .describe(
        'Facts alone never reach it. Left out: when it asks for more than a signal, or may show how to reach a person.',
      ),
    bypass: z
      .boolean()
      .default(false)
      .describe('Whether whoever has the right may go past the proof, with a reason and a second agent.'),
    compare: z
      .array(comparable)
      .describe('Facts the caller is asked; compared all at once, blind. What was searched by is replaced by another.'),
    show: z.array(field).describe('Fields that may be revealed once verified.'),
    showMasked: z.array(field).default([]).describe('Fields that may be revealed with a mask only.'),
    verifiedMinutes: minutes.default(15).describe('How long a verification holds.'),
  })
  .superRefine(({ kind, compare, show, showMasked }, context) => {
    const billing = kind === 'billing-check';
    const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (!billing && compare.length === 0) refuse('compare', 'at least one fact');
    if (billing && compare.length > 0) refuse('compare', 'a billing-check asks nobody anything');
    if (billing && [...show, ...showMasked].some((each) => each !== 'status')) refuse('show', 'only status');
  });

/** What the desk may identify people for. */
export const purposes = z.record(id, purpose).refine((all) => Object.keys(all).length > 0, 'at least one purpose');

const population = z.strictObject({
  id,
  who: z
    .strictObject({
      privileged: z.literal(true).optional().describe('Whom the registry marks with the attribute of that name.'),
      organisations: z.array(z.string().min(1).max(200)).min(1).optional().describe('Whoever belongs to one of these.'),
    })
    .refine((who) => Object.keys(who).length > 0, 'who belongs to it')
    .describe('Any one of these is enough.'),
  purposes: z.array(id).min(1).optional().describe('Left out: every purpose.'),
  points: points.default(0),
  factors: factors.default(0),
  strongest: strength.optional(),
  accept,
});

/** Groups of people for whom more is asked; what they ask is added to what the purpose asks. */
export const populations = z.array(population).max(50);

export type PurposeRules = z.output<typeof purpose>;
export type Population = z.output<typeof population>;
