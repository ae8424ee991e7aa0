import type { PurposeKind } from '../../../shared/purpose.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** Whose use has ended concerns these alone. */
const openEnded: readonly PurposeKind[] = ['end-of-use', 'billing-check'];

/** Whether a purpose of this kind may go on with the subject. Who has forbidden the use of their data may still ask about it. */
export const opens = (kind: PurposeKind, subject: Withheld<Subject>): boolean =>
  subject.test(
    ({ active, restricted }) => (!restricted || kind === 'privacy-request') && (active || openEnded.includes(kind)),
  );
