import { api } from './desk-api.js';

/** Milliseconds after which the blank frame is not waited for any longer: a window that nobody sees paints none. */
const patience = 50;

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patience);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/**
 * Chromium looks at what was typed into any field for an address, with a regular expression of its own, and that remembers the last one it
 * matched; it outlives the page. Now it remembers this one.
 */
const forgetTypedAddress = (): boolean => {
  const field = document.createElement('input');
  field.type = 'email';
  field.value = 'nobody@desk.invalid';
  return field.validity.typeMismatch;
};

/**
 * Takes everything off the screen when the desk locks or its session is over, and says so once that has been painted; main then loads the page anew.
 * This does not go through React's own scheduling: nothing is more urgent.
 */
export const blankWhenTold = (clear: () => void): void => {
  api.onEvent((event) => {
    if (event.kind !== 'blank') return;
    clear();
    forgetTypedAddress();
    void nextFrame().then(() => api.blanked());
  });
};
