import { expect, test } from 'vitest';
import { oneEnterAPress } from '../../../../renderer/ui/held-enter.js';

const keyEvent = (type: 'keydown' | 'keyup', key: string, repeat = false) =>
  Object.assign(new Event(type, { cancelable: true }), { key, repeat });

/** A page, and whether a key that goes down on it reaches what has the focus. */
const watchedPage = () => {
  const page = new EventTarget();
  let isOfAKey = true;
  oneEnterAPress(page, () => isOfAKey);
  let reached = 0;
  page.addEventListener('keydown', () => (reached += 1));
  return {
    down: (key: string, repeat = false): boolean => {
      const before = reached;
      return page.dispatchEvent(keyEvent('keydown', key, repeat)) && reached > before;
    },
    handOn: (key: string): boolean => {
      isOfAKey = false;
      const before = reached;
      page.dispatchEvent(keyEvent('keydown', key));
      isOfAKey = true;
      return reached > before;
    },
    up: (key: string) => page.dispatchEvent(keyEvent('keyup', key)),
    leave: () => page.dispatchEvent(new Event('blur')),
  };
};

test('of an Enter that is held only the first press counts, whatever has the focus by then', () => {
  const page = watchedPage();
  expect(page.down('Enter')).toBe(true);
  expect(page.down('Enter', true)).toBe(false);
  // Not every platform says that it repeats.
  expect(page.down('Enter')).toBe(false);
});

test('an Enter that was held before the page came counts only once it has been let go', () => {
  const page = watchedPage();
  expect(page.down('Enter', true)).toBe(false);
  page.up('Enter');
  expect(page.down('Enter')).toBe(true);
});

test('each Enter that is let go between counts, also when another window saw it let go', () => {
  const page = watchedPage();
  expect(page.down('Enter')).toBe(true);
  page.up('Enter');
  expect(page.down('Enter')).toBe(true);
  page.leave();
  expect(page.down('Enter')).toBe(true);
});

test('what hands a press on to something of its own is no second press', () => {
  const page = watchedPage();
  expect(page.down('Enter')).toBe(true);
  expect(page.handOn('Enter')).toBe(true);
  expect(page.down('Enter', true)).toBe(false);
});

test('a held key that is no Enter goes on writing', () => {
  const page = watchedPage();
  expect(page.down('a')).toBe(true);
  expect(page.down('a', true)).toBe(true);
  expect(page.down('ArrowDown', true)).toBe(true);
});
