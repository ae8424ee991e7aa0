import type { Receipt } from '../../shared/call-view.js';
import { formatMoment } from '../messages/format.js';
import { catalogues, type Language } from '../messages/languages.js';

const named = (terms: Readonly<Record<string, string>>, id: string): string => terms[id] ?? id;

/** What goes into the ticket: the call, never the person. */
export const receiptText = (language: Language, receipt: Receipt): string => {
  const { receipt: words, terms, proof } = catalogues[language];
  const proven = receipt.verified ? words.verified : words.notVerified;
  const also = receipt.alsoVerifiedFor.map((purpose) => named(terms.purpose, purpose)).join(', ');
  const methods = receipt.methods.map((method) => terms.factor[method]);
  const level = receipt.strongest === null ? words.none : terms.strength[receipt.strongest];
  const lines = [
    [words.reference, receipt.reference],
    [words.ticket, receipt.ticket],
    [words.purpose, named(terms.purpose, receipt.purpose)],
    [words.started, formatMoment(language, receipt.startedAt)],
    [words.closed, formatMoment(language, receipt.closedAt)],
    [words.result, receipt.bypassed ? proof.receipt.bypassed : proven],
    ...(also ? [[proof.receipt.also, also]] : []),
    [words.level, level],
    [words.methods, methods.length > 0 ? methods.join(', ') : words.none],
    [words.outcome, terms.outcome[receipt.outcome]],
  ];
  return [words.title, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\n');
};
