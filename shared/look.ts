import type { Language } from './language.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How a person wants the desk to look and speak; null is what was not chosen. */
export interface Look {
  readonly language: Language | null;
  readonly theme: Theme;
  readonly callerLanguage: Language | null;
}

/** The attribute of the page's root in which main gives it the look, as JSON. */
export const lookAttribute = 'data-look';
