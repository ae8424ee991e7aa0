import type { RuleId } from '../../../shared/watch.js';
import type { Session } from '../access/session.js';
import type { Withheld } from '../audit/disclosure.js';
import { caseless, folded } from '../registry/folding.js';
import type { Subject } from '../registry/subject.js';

type Person = Session['person'];

const isSame = (fold: (text: string) => string, one: string | null, other: string | null): boolean =>
  one !== null && other !== null && fold(one) !== '' && fold(one) === fold(other);

/** Yes or no, told by the value itself: none of it leaves. */
const isOwn = ({ userName, email }: Person, subject: Withheld<Subject>): boolean =>
  subject.test(
    (held) =>
      isSame(caseless, userName, held.userName) ||
      [held.workEmail, ...(held.others?.workEmail ?? [])].some((one) => isSame(caseless, email, one)),
  );

const isNamesake = ({ familyName }: Person, subject: Withheld<Subject>): boolean =>
  subject.test((held) => isSame(folded, familyName, held.familyName));

/** What the choice of this subject by this person asks. One's own record is of one's own name, so that is one question. */
export const rulesOfChoice = (person: Person, subject: Withheld<Subject>): readonly RuleId[] => {
  if (isOwn(person, subject)) return ['own-record'];
  return isNamesake(person, subject) ? ['same-surname'] : [];
};
