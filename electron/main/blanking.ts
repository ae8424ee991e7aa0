import type { BrowserWindow } from 'electron';
import type { View } from './desk.js';

/** Milliseconds after which a page that has not blanked itself is hidden with its window. */
const patience = 100;
/** Milliseconds after which a page that is still there is ended with its process. */
const lastPatience = 2000;

/** The little of a window that this needs. */
type Blanked = Pick<BrowserWindow, 'hide' | 'show' | 'showInactive' | 'isVisible' | 'isMinimized' | 'isFocused'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'reload' | 'forcefullyCrashRenderer'> & {
    on(event: 'did-navigate', listener: () => void): unknown;
  };
};

/**
 * A locked page is asked to blank itself, which takes a frame, and is then loaded anew, so that nothing of it stays in memory. One that
 * does not answer is hidden, and one that does not go is ended.
 */
export const createBlanking = (window: Blanked): Pick<View, 'blank' | 'blanked'> => {
  let hiding: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;
  let showAgain: (() => void) | null = null;

  const hide = (): void => {
    if (!window.isVisible() || window.isMinimized()) return;
    showAgain = window.isFocused() ? () => window.show() : () => window.showInactive();
    window.hide();
  };

  window.webContents.on('did-navigate', () => {
    clearTimeout(hiding);
    clearTimeout(ending);
    ending = undefined;
    showAgain?.();
    showAgain = null;
  });

  return {
    blank: () => {
      clearTimeout(hiding);
      clearTimeout(ending);
      hiding = setTimeout(hide, patience);
      ending = setTimeout(() => window.webContents.forcefullyCrashRenderer(), lastPatience);
    },
    blanked: () => {
      if (ending === undefined) return false;
      clearTimeout(hiding);
      window.webContents.reload();
      return true;
    },
  };
};
