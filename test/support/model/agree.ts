import { sentCodes } from '../../../shared/call-view.js';
import { leaksNothing, same, type Both } from './checks.js';
import { settled } from './desk.js';

/** Whether the desk stands where the rules put it, and the disk holds what was done. */
export const agree = async ({ model, real }: Both): Promise<void> => {
  await settled();
  const view = real.desk.calls.view();
  const { call } = model;
  same('the step', view?.step ?? null, model.step);
  leaksNothing([view, real.desk.events.splice(0)]);
  real.ledger.catchUp();
  const { ledger } = real;
  const { revealed, copied, verified, bypassed, filed, extended } = model.recorded;
  same('fields shown on record', ledger.countOf('field.revealed'), revealed);
  same('fields copied on record', ledger.countOf('field.copied'), copied);
  same('reasons for more lookups on record', ledger.countOf('budget.extended'), extended);
  same('lookups on record', ledger.countOf('lookup.requested'), model.lookups.length);
  same('requests on record', ledger.countOf('request.created'), filed);
  same('callers verified on record', ledger.countOf('call.verified'), verified);
  same('bypasses on record', ledger.countOf('call.bypassed'), bypassed);
  same('calls begun and ended on record', ledger.countOf('call.started') - ledger.countOf('call.closed'), call ? 1 : 0);
  if (!view || !call) return;
  same('the purpose', view.purpose, call.purpose);
  same('the candidates', view.candidates.length, call.listed.length);
  same('wrong answers left', view.wrongAnswersLeft, model.wrongAnswersLeft());
  const until = call.verifiedUntil ?? call.bypassedUntil;
  same('until when', view.verifiedUntil, until === null ? null : new Date(until).toISOString());
  const open = view.factors.filter(({ code }) => code).map(({ id }) => id);
  if (view.kind !== 'end-of-use')
    same(
      'the codes to enter',
      open,
      sentCodes.filter((way) => call.at?.codes.has(way)),
    );
  const passed = view.factors.filter(({ id, state }) => id !== 'facts' && state === 'done').map(({ id }) => id);
  if (call.at?.factsHold && view.kind !== 'end-of-use')
    same('the ways passed', passed.sort(), [...call.at.ways].sort());
  const offered = view.factors.filter(({ id, state }) => id !== 'facts' && state !== 'missing' && state !== 'done');
  if (view.step === 'proving')
    same(
      'the ways open',
      offered.map(({ id }) => id),
      model.open(),
    );
  if (view.step === 'comparing') same('the facts asked', view.compare, model.factsLeft(call));
};
