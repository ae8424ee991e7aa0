import { CompareRequest } from 'ldapts';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import type { Sources } from './ldap-attributes.js';
import type { Conversation } from './ldap-conversation.js';
import { claimSpellings } from './ldap-spellings.js';
import { codeOfStatus, compareFalse, compareTrue, invalidAttributeSyntax, noSuchAttribute } from './ldap-status.js';
import type { Claims } from './registry.js';

const saysNo = new Set([compareFalse, noSuchAttribute, invalidAttributeSyntax]);

const ask = async (
  conversation: Conversation,
  dn: string,
  attribute: string,
  value: string,
): Promise<Result<boolean>> => {
  const answer = await conversation.ask((messageId) => new CompareRequest({ messageId, dn, attribute, value }));
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === compareTrue) return ok(true);
  return saysNo.has(status) ? ok(false) : fail(codeOfStatus(status));
};

/** One answer of many that were waited for together; the first failure fails them all. */
const together = async (
  asked: readonly Promise<Result<boolean>>[],
  judge: (answers: readonly boolean[]) => boolean,
): Promise<Result<boolean>> => {
  const answers = await Promise.all(asked);
  return answers.find((answer) => !answer.ok) ?? ok(judge(answers.map((answer) => answer.ok && answer.value)));
};

/**
 * Whether every claim is right of the entry of that name (RFC 4511 §4.10). Each is right when one of its spellings is. Every spelling is
 * asked, whatever the others say: time must not tell which one, or which fact, was right.
 */
export const compareClaims = (
  conversation: Conversation,
  dn: string,
  claims: Claims,
  sources: Sources,
): Promise<Result<boolean>> => {
  const isRight = ([field, claim]: [Field, string]) => {
    const attributes = field === 'name' || field === 'status' ? [] : sources[field];
    const asked = attributes.flatMap((attribute) =>
      claimSpellings(field, claim).map((value) => ask(conversation, dn, attribute, value)),
    );
    return together(asked, (answers) => answers.some(Boolean));
  };
  return together((Object.entries(claims) as [Field, string][]).map(isRight), (answers) => answers.every(Boolean));
};
