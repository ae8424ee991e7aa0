import { describe, expect, it } from 'vitest';
import { createLinks } from '../../../../../electron/main/call/links.js';
import type { CallView } from '../../../../../shared/call-view.js';
import type { DeskEvent } from '../../../../../shared/desk-state.js';

const good = 'tunniste:call?ticket=INC-20418&from=0401234567';
const filled = { kind: 'new-call', ticket: 'INC-20418', from: '+358401234567' };

const open = ({ deepLink = true, hasPolicy = true } = {}) => {
  const events: DeskEvent[] = [];
  const refused: string[] = [];
  const at = { isSignedIn: true, call: null as CallView | null };
  const links = createLinks({
    policy: hasPolicy ? { deepLink, ticket: { pattern: 'INC-[0-9]{4,8}', example: 'INC-20418' } } : null,
    view: () => at.call,
    isSignedIn: () => at.isSignedIn,
    records: {
      refused: (operation, { code }) => Promise.resolve(void refused.push(`${operation} ${code}`)),
    },
    emit: (event) => void events.push(event),
  });
  return { ...links, at, events, refused };
};
type Opened = ReturnType<typeof open>;

const aCall = {} as CallView;

describe('a link that somebody clicked', () => {
  it('fills the form once the window listens, and nothing else', async () => {
    const desk = open();
    expect(await desk.handlers.waitingLink()).toEqual({ ok: true, value: { event: null } });
    await desk.open(good);
    expect(desk.events).toEqual([filled]);
    expect(desk.refused).toEqual([]);
  });

  it('waits for a window that does not listen yet, the last one alone, and is handed over once', async () => {
    const desk = open();
    await desk.open('tunniste:call?ticket=INC-10000');
    await desk.open(good);
    expect(desk.events).toEqual([]);
    expect(await desk.handlers.waitingLink()).toEqual({ ok: true, value: { event: filled } });
    expect(await desk.handlers.waitingLink()).toEqual({ ok: true, value: { event: null } });
  });

  it.each<readonly [string, Parameters<typeof open>[0], (desk: Opened) => void, string, string]>([
    ['while links are off', { deepLink: false }, () => undefined, good, 'link-off'],
    ['without a policy', { hasPolicy: false }, () => undefined, good, 'policy-invalid'],
    ['that is none', {}, () => undefined, 'tunniste:call?identifier=mvirta', 'link-invalid'],
    ['that is none, while a call is open', {}, ({ at }) => void (at.call = aCall), 'tunniste:x', 'link-invalid'],
  ])('%s is put on record and never shown', async (_what, options, make, text, code) => {
    const desk = open(options);
    make(desk);
    await desk.handlers.waitingLink();
    await desk.open(text);
    expect(desk.events).toEqual([]);
    expect(desk.refused).toEqual([`deepLink ${code}`]);
  });

  it.each<readonly [string, (desk: Opened) => void, string]>([
    ['while a call is open', ({ at }) => void (at.call = aCall), 'call-open'],
    ['while nobody is signed in', ({ at }) => void (at.isSignedIn = false), 'not-signed-in'],
  ])('%s is put on record, and the agent is told why, not what', async (_what, make, why) => {
    const desk = open();
    make(desk);
    await desk.handlers.waitingLink();
    await desk.open(good);
    expect(desk.events).toEqual([{ kind: 'link-ignored', why }]);
    expect(desk.refused).toEqual([`deepLink ${why}`]);
  });
});
