import { isSameText } from '../../../electron/main/call/claims.js';
import { fieldValue } from '../../../electron/main/call/field-value.js';
import { fields, type Field, type IdentifierKind } from '../../../shared/subject.js';
import { both, type Both } from './checks.js';
import type { Rightness } from './facts.js';
import { identifierOf, people } from './world.js';

export const start = ({ model, real }: Both, purpose: string): Promise<void> =>
  both('start', model.start(purpose), real.desk.startCall({ purpose, ticket: 'INC-20418', callerNumber: '' }));

const find = ({ model, real }: Both, by: IdentifierKind, identifier: string): Promise<void> => {
  const organisation = by === 'name' ? 'Kanaria Oy' : '';
  return both('find', model.find(by, identifier), real.desk.findSubject({ by, identifier, organisation }));
};

export const findPerson = (env: Both, by: IdentifierKind, number: number): Promise<void> => {
  const who = people[number];
  const text = who && identifierOf(by, who);
  return text ? find(env, by, text) : find(env, 'userName', 'ei.ketaan');
};

export const extendBudget = ({ model, real }: Both): Promise<void> =>
  both('extend the budget', model.extendBudget(), real.desk.extendBudget({ reason: 'The lines are full today.' }));

export const choose = ({ model, real }: Both, number: number): Promise<void> =>
  both('choose', model.choose(number), real.desk.chooseCandidate({ number }));

export const compare = ({ model, real }: Both, rightness: Rightness): Promise<void> => {
  const { call } = model;
  const searched = call?.searched?.text ?? '';
  const left = call?.at ? model.factsLeft(call) : fields.filter((field) => field !== 'status');
  const said = (field: Field, place: number): string => {
    if (rightness === 'again') return searched || 'mitä vain';
    if (rightness === 'wrong' && place === left.length - 1) return 'aivan muuta';
    return (call?.at && fieldValue(call.at.who, field)) ?? 'ei tiedossa';
  };
  const claims =
    rightness === 'nothing' ? {} : Object.fromEntries(left.map((field, place) => [field, said(field, place)]));
  const rule = model.compare(rightness, (field) => isSameText(field, searched, searched));
  return both('compare', rule, real.desk.compareClaims({ claims }));
};

export const changePurpose = ({ model, real }: Both, purpose: string): Promise<void> =>
  both('change the purpose', model.changePurpose(purpose), real.desk.changePurpose({ purpose }));
