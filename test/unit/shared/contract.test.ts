import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { channelOf } from '../../../shared/channels.js';
import type { CallView, Receipt } from '../../../shared/call-view.js';
import {
  contract,
  operationNames,
  type AnswerOf,
  type Api,
  type Bridge,
  type Handlers,
  type OperationName,
  type RequestOf,
} from '../../../shared/contract.js';
import type { DeskState } from '../../../shared/desk-state.js';
import type { Result } from '../../../shared/result.js';
import type { FlagView } from '../../../shared/watch.js';

const accepts = (name: OperationName, request: unknown): boolean => contract[name].request.safeParse(request).success;

describe('the contract, as types', () => {
  it('gives main results and the renderer plain answers of the same operation', () => {
    expectTypeOf<Handlers['closeCall']>().returns.toEqualTypeOf<Promise<Result<Receipt>>>();
    expectTypeOf<Api['closeCall']>().returns.toEqualTypeOf<Promise<Receipt>>();
    expectTypeOf<Api['deskState']>().toEqualTypeOf<() => Promise<DeskState>>();
    expectTypeOf<Api['compareClaims']>().parameter(0).toEqualTypeOf<{
      claims: Partial<
        Record<'name' | 'userName' | 'workEmail' | 'workPhone' | 'stationCode' | 'organisation' | 'status', string>
      >;
    }>();
    expectTypeOf<keyof Bridge>().toEqualTypeOf<OperationName | 'onEvent'>();
  });

  it('answers about flags with nothing counted, ranked or asked by agent', () => {
    expectTypeOf<keyof AnswerOf<'readFlags'>>().toEqualTypeOf<'flags' | 'locks' | 'more'>();
    expectTypeOf<keyof AnswerOf<'readFlags'>['locks'][number]>().toEqualTypeOf<
      'id' | 'time' | 'until' | 'call' | 'ticket' | 'subject'
    >();
    expectTypeOf<keyof AnswerOf<'readFlags'>['flags'][number]>().toEqualTypeOf<
      'id' | 'rule' | 'time' | 'call' | 'ticket' | 'subject' | 'agent' | 'review'
    >();
    expectTypeOf<Extract<AnswerOf<'readFlags'>['flags'][number][keyof FlagView], number>>().toBeNever();
    expectTypeOf<RequestOf<'readFlags'>>().toBeUndefined();
  });

  it('does not compile when a handler is missing, extra or wrong', () => {
    const all = {} as Handlers;
    const { closeCall: _closeCall, ...rest } = all;
    // @ts-expect-error a handler is missing
    const missing: Handlers = rest;
    // @ts-expect-error no operation of that name
    const extra: Handlers = { ...all, exportEverything: () => Promise.resolve({ ok: true, value: [] }) };
    // @ts-expect-error the answer of another operation
    const wrong: Handlers = { ...all, closeCall: all.startCall };
    // @ts-expect-error an answer without its Result
    const bare: Handlers = { ...all, startCall: () => Promise.resolve({} as CallView) };
    expect([missing, extra, wrong, bare]).toHaveLength(4);
  });

  it('does not compile when the renderer asks wrongly', () => {
    const ask = (api: Api): unknown => [
      // @ts-expect-error no such field
      () => api.revealField({ field: 'salary' }),
      // @ts-expect-error no such outcome
      () => api.closeCall({ outcome: 'abandoned' }),
      // @ts-expect-error a request where none is taken
      () => api.signOut({}),
      // @ts-expect-error the request is missing
      () => api.startCall(),
    ];
    expect(ask({} as Api)).toHaveLength(4);
  });
});

describe('the contract, at run time', () => {
  it('names every operation once and gives each a channel of its own', () => {
    expect(new Set(operationNames.map(channelOf)).size).toBe(operationNames.length);
  });

  it.each<[OperationName, unknown]>([
    ['deskState', undefined],
    ['signIn', { token: 'x' }],
    ['unlock', { token: 'x' }],
    ['unlock', { token: null }],
    ['startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' }],
    ['findSubject', { by: 'userName', identifier: 'mvirta', organisation: '' }],
    ['compareClaims', { claims: { workEmail: 'x' } }],
    ['compareClaims', { claims: {} }],
    ['readAudit', { after: 0, limit: 1000 }],
    ['reviewFlag', { id: 'x', outcome: 'explained' }],
    ['extendBudget', { reason: 'x' }],
    ['acceptNotice', undefined],
    ['saveJournal', { format: 'ocsf', from: '2026-11-22' }],
  ])('%s accepts %j', (name, request) => expect(accepts(name, request)).toBe(true));

  it.each<[OperationName, unknown]>([
    ['deskState', {}],
    ['signIn', { token: 'x', remember: true }],
    ['signIn', { token: 7 }],
    ['unlock', {}],
    ['lockDesk', { reason: 'absolute' }],
    ['blanked', true],
    ['startCall', { purpose: 'support' }],
    ['findSubject', { by: 'salary', identifier: 'x', organisation: '' }],
    ['findSubject', { by: 'userName', identifier: 'x'.repeat(10_001), organisation: '' }],
    ['findSubject', { by: 'userName', identifier: ['x'], organisation: '' }],
    ['chooseCandidate', { number: 0 }],
    ['chooseCandidate', { number: 1.5 }],
    ['chooseCandidate', { number: '1' }],
    ['compareClaims', { claims: { salary: '1' } }],
    ['compareClaims', { claims: { workEmail: { toString: 'x' } } }],
    ['revealField', { field: '__proto__' }],
    ['finishCallBack', { result: 'maybe' }],
    ['closeCall', { outcome: 'abandoned' }],
    ['readAudit', { after: -1, limit: 10 }],
    ['readAudit', { after: 0, limit: 1001 }],
    ['readAudit', { after: 0, limit: Number.NaN }],
    ['closeCall', null],
    ['reviewFlag', { id: 'x', outcome: 'guilty' }],
    ['reviewFlag', { id: 'x' }],
    ['readFlags', { agent: 'somebody' }],
    ['acceptNotice', { version: 'another' }],
    ['extendBudget', { reason: 'x', lookups: 1000 }],
    ['saveJournal', { format: 'csv', from: null, path: '/etc/passwd' }],
    ['saveJournal', { format: 'pdf', from: null }],
    ['saveStatistics', { format: 'csv', from: '22.11.2026' }],
    ['saveStatistics', { format: 'csv', from: null, agent: 'somebody' }],
    ['saveSubjectReport', { subject: 'x', person: 'x'.repeat(201), language: 'fi', format: 'pdf', withNames: false }],
  ])('%s refuses %j', (name, request) => expect(accepts(name, request)).toBe(false));

  it('never throws at whatever a hostile window sends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...operationNames),
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        (name, request) => {
          expect(typeof accepts(name, request)).toBe('boolean');
        },
      ),
    );
  });
});
