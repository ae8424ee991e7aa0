import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLockRegister } from '../../../../../electron/main/watch/lock-register.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import { at, story } from '../../../../support/entries.js';
import { testPolicy } from '../../../../support/call-desk.js';

const limits = testPolicy((text) => text).limits;
const wrong = { type: 'claims.compared', outcome: 'no-match', subject: 'november' } as const;
const wrongCode = { type: 'factor.finished', reason: 'wrong-answer', subject: 'november' } as const;
const lock = { type: 'subject.locked', outcome: 'locked', subject: 'november' } as const;
const unlock = { type: 'subject.unlocked', subject: 'november' } as const;

const after = (entries: readonly AuditEntry[]) => {
  const register = createLockRegister(limits);
  entries.forEach(register.note);
  return register;
};
const standing = (entries: readonly AuditEntry[], minutes = 1, pseudonyms = ['november']) =>
  after(entries).standing(pseudonyms, new Date(at({ minutes })));

describe('the locks of subjects', () => {
  it('count wrong answers of every factor, each for as long as a lock lasts', () => {
    expect(standing(story(wrong, wrongCode))).toEqual({ wrong: 2, lockedUntil: null });
    expect(standing(story(wrong, { ...wrongCode, time: at({ minutes: 20 }) }), 31)).toMatchObject({ wrong: 1 });
  });

  it('hold for the time of the policy from the entry on, whichever desk start reads it', () => {
    const entries = story(wrong, wrong, wrong, lock);
    expect(standing(entries)).toEqual({ wrong: 0, lockedUntil: new Date(at({ minutes: 30 }).replace(':00.', ':03.')) });
    expect(standing(entries, 31).lockedUntil).toBeNull();
  });

  it('are one over the turn of a month, when a person goes by another pseudonym', () => {
    const entries = story({ ...wrong, subject: 'october' }, wrong);
    expect(standing(entries, 1, ['october', 'november'])).toMatchObject({ wrong: 2 });
    const locked = story({ ...lock, subject: 'october' });
    expect(standing(locked, 1, ['november', 'october']).lockedUntil).not.toBeNull();
  });

  it('are opened, with the count, by an unlock that comes after them', () => {
    expect(standing(story(wrong, wrong, lock, unlock))).toEqual({ wrong: 0, lockedUntil: null });
    expect(standing(story(lock, unlock, lock)).lockedUntil).not.toBeNull();
    expect(after(story(lock, unlock)).locks(new Date(at({ minutes: 1 })))).toEqual([]);
  });

  it('are listed with the call that earned them', () => {
    const [entry] = after(story({ ...lock, call: 'K3WQ-7H2M', ticket: 'INC-20418' })).locks(
      new Date(at({ minutes: 1 })),
    );
    expect(entry).toEqual({
      ...{ id: 'entry-1', call: 'K3WQ-7H2M', ticket: 'INC-20418', subject: 'november' },
      ...{ time: at({}), until: at({ minutes: 30 }) },
    });
  });

  it('are not made by a match, by the try of a locked person, or about somebody else', () => {
    const entries = story(
      { ...wrong, outcome: 'match' },
      { ...lock, outcome: 'still-locked' },
      { ...lock, subject: 'other' },
    );
    expect(standing(entries)).toEqual({ wrong: 0, lockedUntil: null });
  });

  it('are never shortened by anything but an unlock', () => {
    const noise = fc.array(
      fc.constantFrom(
        { ...wrong },
        { ...wrongCode },
        { ...wrong, outcome: 'match' },
        { ...lock, outcome: 'still-locked' },
      ),
    );
    fc.assert(
      fc.property(noise, (more) => {
        const until = standing(story(lock)).lockedUntil?.getTime() ?? 0;
        expect(standing(story(lock, ...more)).lockedUntil?.getTime()).toBeGreaterThanOrEqual(until);
      }),
    );
  });
});
