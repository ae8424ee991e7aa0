import { describe, expect, it } from 'vitest';
import { createLinks } from '../../../../../electron/main/call/links.js';
import type { CallView } from '../../../../../shared/call-view.js';
import type { DeskEvent } from '../../../../../shared/desk-state.js';
import { fail, ok } from '../../../../../shared/result.js';

const good = 'tunniste:call?ticket=INC-20418&from=0401234567';
const filled = { kind: 'new-call', ticket: 'INC-20418', from: '+358401234567' };
const handed = (event: object | null) => ({ ok: true, value: { event } });

const open = ({ deepLink = true, hasPolicy = true } = {}) => {
  const events: DeskEvent[] = [];
  const refused: string[] = [];
  const opened: string[] = [];
  const at = { isSignedIn: true, call: null as CallView | null, isDrilling: false, disk: 'free' };
  const links = createLinks({
    policy: hasPolicy ? { deepLink, ticket: { pattern: 'INC-[0-9]{4,8}', example: 'INC-20418' } } : null,
    view: () => at.call,
    isDrilling: () => at.isDrilling,
    isSignedIn: () => at.isSignedIn,
    records: {
      refused: (operation, { code }) => Promise.resolve(void refused.push(`${operation} ${code}`)),
      linkOpened: (ticket, outcome) => {
        if (at.disk === 'full') return Promise.resolve(fail('disk-low'));
        opened.push(`${ticket} ${outcome}`);
        return Promise.resolve(ok(undefined));
      },
    },
    emit: (event) => void events.push(event),
  });
  return { ...links, at, events, refused, opened };
};
type Opened = ReturnType<typeof open>;

const aCall = {} as CallView;

describe('a link that somebody clicked', () => {
  it('is announced, fills the form of whoever asks for it, once, on record, and does nothing else', async () => {
    const desk = open();
    expect(await desk.handlers.waitingLink()).toEqual(handed(null));
    await desk.open(good);
    expect(desk.events).toEqual([{ kind: 'link' }]);
    expect(desk.opened).toEqual([]);
    expect(await desk.handlers.waitingLink()).toEqual(handed(filled));
    expect(desk.opened).toEqual(['INC-20418 filled']);
    expect(await desk.handlers.waitingLink()).toEqual(handed(null));
    expect(desk.refused).toEqual([]);
  });

  it('is ignored during a drill, as during a call: a real ticket has no place there', async () => {
    const desk = open();
    desk.at.isDrilling = true;
    await desk.open(good);
    expect(await desk.handlers.waitingLink()).toEqual(handed({ kind: 'link-ignored', why: 'call-open' }));
    desk.at.isDrilling = false;
    expect(await desk.handlers.waitingLink()).toEqual(handed(null));
  });

  it('waits for a page that does not listen, or not any more; the last one wins, and each has its entry', async () => {
    const desk = open();
    await desk.open('tunniste:call?ticket=INC-10000');
    await desk.open(good);
    expect(desk.opened).toEqual(['INC-10000 superseded']);
    expect(await desk.handlers.waitingLink()).toEqual(handed(filled));
    // The page was loaded anew, and asks again when it is there.
    await desk.open('tunniste:call?ticket=INC-10001');
    await desk.open('tunniste:call?ticket=INC-10002');
    expect(await desk.handlers.waitingLink()).toEqual(handed({ kind: 'new-call', ticket: 'INC-10002', from: '' }));
    expect(desk.opened).toEqual([
      'INC-10000 superseded',
      'INC-20418 filled',
      'INC-10001 superseded',
      'INC-10002 filled',
    ]);
  });

  it('that is none is refused at once, and takes no place of one that waits', async () => {
    const desk = open();
    await desk.open(good);
    await desk.open('tunniste:call?identifier=mvirta');
    expect(desk.refused).toEqual(['deepLink link-invalid']);
    expect(await desk.handlers.waitingLink()).toEqual(handed(filled));
    expect(await desk.handlers.waitingLink()).toEqual(handed({ kind: 'link-ignored', why: 'link-invalid' }));
    expect(await desk.handlers.waitingLink()).toEqual(handed(null));
  });

  it('that cannot be put on record fills nothing', async () => {
    const desk = open();
    desk.at.disk = 'full';
    await desk.open(good);
    expect(await desk.handlers.waitingLink()).toEqual({ ok: false, error: { code: 'disk-low' } });
    desk.at.disk = 'free';
    expect(await desk.handlers.waitingLink()).toEqual(handed(filled));
  });

  it.each<readonly [string, Parameters<typeof open>[0], (desk: Opened) => void, string, string]>([
    ['while links are off', { deepLink: false }, () => undefined, good, 'link-off'],
    ['that is none', {}, () => undefined, 'tunniste:call?identifier=mvirta', 'link-invalid'],
    ['that is none, while a call is open', {}, ({ at }) => void (at.call = aCall), 'tunniste:x', 'link-invalid'],
    ['that is half an escape', {}, () => undefined, 'tunniste:call?ticket=%', 'link-invalid'],
    ['that is far too long', {}, () => undefined, `${good}${'0'.repeat(9000)}`, 'link-invalid'],
    ['that asks for more', {}, () => undefined, `${good}&reveal=name`, 'link-invalid'],
    [
      'that is none, while nobody is signed in',
      {},
      ({ at }) => void (at.isSignedIn = false),
      'tunniste:x',
      'link-invalid',
    ],
  ])(
    '%s is put on record, and the agent is told so once and nothing of it',
    async (_what, options, make, text, why) => {
      const desk = open(options);
      make(desk);
      await desk.open(text);
      expect(desk.events).toEqual([{ kind: 'link' }]);
      expect(await desk.handlers.waitingLink()).toEqual(handed({ kind: 'link-ignored', why }));
      expect(await desk.handlers.waitingLink()).toEqual(handed(null));
      expect(desk.refused).toEqual([`deepLink ${why}`]);
    },
  );

  it('without a policy is put on record: there is no page that could tell of it', async () => {
    const desk = open({ hasPolicy: false });
    await desk.open(good);
    expect(desk.events).toEqual([]);
    expect(desk.refused).toEqual(['deepLink policy-invalid']);
  });

  it.each<readonly [string, (desk: Opened) => void, string]>([
    ['while a call is open', ({ at }) => void (at.call = aCall), 'call-open'],
    ['while nobody is signed in', ({ at }) => void (at.isSignedIn = false), 'not-signed-in'],
  ])('%s is put on record, and the agent is told why, not what', async (_what, make, why) => {
    const desk = open();
    make(desk);
    await desk.open(good);
    expect(await desk.handlers.waitingLink()).toEqual(handed({ kind: 'link-ignored', why }));
    expect(desk.opened).toEqual([]);
    expect(desk.refused).toEqual([`deepLink ${why}`]);
  });
});
