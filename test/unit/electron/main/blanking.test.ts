import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBlanking } from '../../../../electron/main/blanking.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = ({ visible = true, minimised = false, focused = true } = {}) => {
  const done: string[] = [];
  const at = { visible, minimised };
  let arrived: () => void = () => undefined;
  const act = (what: string) => () => void done.push(what);
  const blanking = createBlanking({
    hide: act('hide'),
    show: act('show'),
    showInactive: act('show inactive'),
    isVisible: () => at.visible,
    isMinimized: () => at.minimised,
    isFocused: () => focused,
    webContents: {
      reload: act('reload'),
      forcefullyCrashRenderer: act('end'),
      on: (_event, listener) => void (arrived = listener),
    },
  });
  return { done, at, blanking, arrive: () => arrived() };
};

it('a page that blanks itself in time is loaded anew and its window stays', () => {
  const { done, blanking, arrive } = open();
  blanking.blank();
  vi.advanceTimersByTime(99);
  expect(blanking.blanked()).toBe(true);
  arrive();
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual(['reload']);
});

it('a page that does not is hidden after 100 ms and ended after 2 s; the new one is shown', () => {
  const { done, blanking, arrive } = open();
  blanking.blank();
  vi.advanceTimersByTime(99);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['hide']);
  vi.advanceTimersByTime(1900);
  expect(done).toEqual(['hide', 'end']);
  arrive();
  expect(done).toEqual(['hide', 'end', 'show']);
});

it('a page that says it is blank and does not go is ended', () => {
  const { done, blanking } = open();
  blanking.blank();
  blanking.blanked();
  vi.advanceTimersByTime(2000);
  expect(done).toEqual(['reload', 'end']);
});

it('a page that was not asked is not listened to', () => {
  const { done, blanking, arrive } = open();
  expect(blanking.blanked()).toBe(false);
  blanking.blank();
  arrive();
  expect(blanking.blanked()).toBe(false);
  expect(done).toEqual([]);
});

it('a page that nobody sees paints no blank frame: it is ended at once, and its window is not brought forward', () => {
  for (const unseen of [{ visible: false }, { minimised: true }]) {
    const { done, blanking, arrive } = open(unseen);
    blanking.blank();
    expect(done).toEqual(['end']);
    expect(blanking.blanked()).toBe(false);
    vi.advanceTimersByTime(99);
    arrive();
    vi.advanceTimersByTime(10_000);
    expect(done).toEqual(['end']);
  }
});

it('a page whose window goes out of sight before it is blank is ended, not kept to be painted again', () => {
  for (const unseen of ['visible', 'minimised'] as const) {
    const { done, blanking, at } = open();
    blanking.blank();
    at[unseen] = unseen === 'minimised';
    expect(blanking.blanked()).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(done).toEqual(['end']);
  }
});

it('a page whose window was minimised and that says nothing is ended when its time is over', () => {
  const { done, blanking, at } = open();
  blanking.blank();
  at.minimised = true;
  vi.advanceTimersByTime(100);
  expect(done).toEqual(['end']);
});

it('a page that says too late that it is blank is ended: its window is shown again with nothing of it', () => {
  const { done, blanking, at, arrive } = open();
  blanking.blank();
  vi.advanceTimersByTime(100);
  at.visible = false;
  expect(blanking.blanked()).toBe(true);
  arrive();
  expect(done).toEqual(['hide', 'end', 'show']);
});

it('a window that was behind another stays there', () => {
  const { done, blanking, arrive } = open({ focused: false });
  blanking.blank();
  vi.advanceTimersByTime(500);
  arrive();
  expect(done).toEqual(['hide', 'show inactive']);
});
