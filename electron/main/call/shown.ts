import type { CallView } from '../../../shared/call-view.js';
import type { Call } from './call.js';

/**
 * The fields that may be shown of the subject at hand, and how. Of a person who has forbidden the use of their data there are none; of one
 * whose data are handed over, those that are on record for it.
 */
export const shownIn = ({ rules, chosen, filed }: Call): CallView['show'] => {
  if (chosen?.subject.test(({ restricted }) => restricted)) return [];
  if (rules.kind === 'disclose') {
    const handed = filed !== null && filed.subject === chosen?.subject ? filed.request.fields : [];
    return handed.map((field) => ({ field, masked: false }));
  }
  return [
    ...rules.show.map((field) => ({ field, masked: false })),
    ...rules.showMasked.filter((field) => !rules.show.includes(field)).map((field) => ({ field, masked: true })),
  ];
};
