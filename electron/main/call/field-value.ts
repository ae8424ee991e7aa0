import type { Field } from '../../../shared/subject.js';
import type { Subject } from '../registry/subject.js';

/** What the registry holds for a field; null when it holds nothing. What is compared and what is revealed are the same. */
export const fieldValue = (subject: Subject, field: Field): string | null => {
  if (field === 'name') return `${subject.givenName} ${subject.familyName}`;
  if (field === 'status') return subject.active ? 'active' : 'ended';
  return subject[field];
};

/** Every value that a claim about the field may be. */
export const fieldValues = (subject: Subject, field: Field): readonly string[] => {
  const others = field === 'workEmail' || field === 'workPhone' ? subject.others?.[field] : undefined;
  return [fieldValue(subject, field) ?? '', ...(others ?? [])];
};
