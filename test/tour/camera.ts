import { join } from 'node:path';
import type { Language } from '../../renderer/messages/languages.js';
import type { Desk } from '../support/desk.mjs';

const folder = process.env['TUNNISTE_TOUR_FOLDER'] ?? 'test/results/tour';
const themes = (process.env['TUNNISTE_TOUR_THEMES'] ?? 'light,dark').split(',') as ('light' | 'dark')[];
const languages = (process.env['TUNNISTE_TOUR_LANGUAGES'] ?? 'en').split(',') as Language[];

/** Every look that pictures are asked for in. */
export const looks = languages.flatMap((language) => themes.map((theme) => ({ language, theme })));

/** Numbers the pictures of one part of the tour as they are taken. */
export const createCamera = ({ page, electron }: Pick<Desk, 'page' | 'electron'>, part: string) => {
  let number = 0;
  const picture = async (name: string): Promise<void> => {
    number += 1;
    await page.screenshot({ path: join(folder, `${part}-${String(number).padStart(2, '0')}-${name}.png`) });
  };
  const resize = (to?: readonly [number, number]) =>
    electron.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(width, height);
      },
      to ?? ([1280, 800] as const),
    );
  return {
    picture,
    /** The same once more in the smallest window the desk has. */
    both: async (name: string): Promise<void> => {
      await picture(name);
      await resize([960, 600]);
      await page.waitForFunction(() => window.innerWidth === 960);
      await picture(`${name}-small`);
      await resize();
      await page.waitForFunction(() => window.innerWidth !== 960);
    },
  };
};
