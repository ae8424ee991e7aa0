import { fieldValue } from '../../../electron/main/call/field-value.js';
import type { callOutcomes } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { requestKinds, type RequestKind } from '../../../shared/request.js';
import type { Field } from '../../../shared/subject.js';
import { allowed, both, leaksNothing, same, type Both } from './checks.js';

const filings = {
  'privacy-request': () => ({ kind: 'privacy-request', matter: 'access', words: '' }),
  'end-of-use': () => ({ kind: 'end-of-use', matter: 'in-writing', words: '' }),
  block: () => ({ kind: 'block', matter: 'lost-device', words: '' }),
  disclose: (handed) => ({
    ...{ kind: 'disclose', matter: 'law', words: '', recipient: 'Esimerkin poliisilaitos', basis: 'Laki 1/2000 3 §' },
    fields: [...handed],
  }),
} satisfies Record<RequestKind, (handed: readonly Field[]) => RequestOf<'fileRequest'>>;

const onRecord = ({ real }: Both, type: 'field.revealed' | 'field.copied', field: Field): void => {
  real.ledger.catchUp();
  const entry = real.ledger.entries.findLast((each) => each.type === type);
  same('the newest entry of its kind', [entry?.fields, entry?.call], [[field], real.desk.calls.view()?.reference]);
};

export const reveal = async (env: Both, field: Field): Promise<void> => {
  const { model, real } = env;
  const how = model.mayShow(field);
  const rule = model.reveal(field);
  const answer = await real.desk.revealField({ field });
  allowed(`reveal ${field}`, answer, rule);
  if (!answer.ok) return leaksNothing(answer);
  onRecord(env, 'field.revealed', field);
  const held = model.call?.at ? fieldValue(model.call.at.who, field) : null;
  same('what is shown is masked', answer.value.value !== held, how === 'masked');
  leaksNothing(answer, how === 'plain' ? (held ?? '') : '');
};

export const copy = async (env: Both, field: Field): Promise<void> => {
  const { model, real } = env;
  const rule = model.copy(field);
  const answer = await real.desk.copyField({ field });
  allowed(`copy ${field}`, answer, rule);
  if (answer.ok) onRecord(env, 'field.copied', field);
  leaksNothing(answer);
};

/** @param kind the purpose's own where that is null */
export const file = ({ model, real }: Both, kind: RequestKind | null, handed: readonly Field[]): Promise<void> => {
  const kindOfCall = requestKinds.find((each) => each === model.kind);
  const filed = filings[kind ?? kindOfCall ?? 'block'](handed);
  return both('file a request', model.file(filed.kind, handed), real.desk.fileRequest(filed));
};

export const close = async ({ model, real }: Both, outcome: (typeof callOutcomes)[number]): Promise<void> => {
  const { call } = model;
  const rule = model.close(outcome);
  const answer = await real.desk.closeCall({ outcome });
  allowed('close', answer, rule);
  if (!answer.ok || !call) return;
  const { purpose, verified, bypassed, alsoVerifiedFor } = answer.value;
  const others = [...call.alsoFor].filter((each) => each !== call.purpose);
  same(
    'the receipt',
    [purpose, verified, bypassed, alsoVerifiedFor],
    [call.purpose, call.wasVerified, call.wasBypassed, others],
  );
};
