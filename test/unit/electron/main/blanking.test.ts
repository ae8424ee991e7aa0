import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBlanking } from '../../../../electron/main/blanking.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = ({ visible = true, minimised = false, focused = true } = {}) => {
  const done: string[] = [];
  let arrived: () => void = () => undefined;
  const act = (what: string) => () => void done.push(what);
  const blanking = createBlanking({
    hide: act('hide'),
    show: act('show'),
    showInactive: act('show inactive'),
    isVisible: () => visible,
    isMinimized: () => minimised,
    isFocused: () => focused,
    webContents: {
      reload: act('reload'),
      forcefullyCrashRenderer: act('end'),
      on: (_event, listener) => void (arrived = listener),
    },
  });
  return { done, blanking, arrive: () => arrived() };
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

it('a window that nobody sees is not brought forward', () => {
  for (const unseen of [{ visible: false }, { minimised: true }]) {
    const { done, blanking, arrive } = open(unseen);
    blanking.blank();
    vi.advanceTimersByTime(500);
    arrive();
    expect(done).toEqual([]);
  }
});

it('a window that was behind another stays there', () => {
  const { done, blanking, arrive } = open({ focused: false });
  blanking.blank();
  vi.advanceTimersByTime(500);
  arrive();
  expect(done).toEqual(['hide', 'show inactive']);
});
