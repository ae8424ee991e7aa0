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
 * SECURITY: a page out of sight paints no blank frame, and Chromium would show the last one that it painted when its window comes back:
 * it is ended with its process, and with that every picture of it.
 */
export const createBlanking = (window: Blanked): Pick<View, 'blank' | 'blanked'> => {
  let hiding: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;
  let showAgain: (() => void) | null = null;

  const isSeen = (): boolean => window.isVisible() && !window.isMinimized();
  const end = (): void => window.webContents.forcefullyCrashRenderer();

  const hide = (): void => {
    if (!isSeen()) return end();
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
      ending = undefined;
      if (!isSeen()) return end();
      hiding = setTimeout(hide, patience);
      ending = setTimeout(end, lastPatience);
    },
    blanked: () => {
      if (ending === undefined) return false;
      clearTimeout(hiding);
      if (isSeen()) {
        window.webContents.reload();
        return true;
      }
      clearTimeout(ending);
      ending = undefined;
      end();
      return true;
    },
  };
};
