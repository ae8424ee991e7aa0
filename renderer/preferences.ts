import { useSyncExternalStore } from 'react';
import type { Language } from '../shared/language.js';
import { lookAttribute, type Look, type Theme } from '../shared/look.js';
import { showLanguage } from './messages/i18n.js';
import { languageFrom } from './messages/languages.js';

/** How the desk looks: what was chosen, and for the rest what the system has. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly callerLanguage: Language;
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const unchosen: Look = { language: null, theme: 'system', callerLanguage: null };
/** Main wrote it into the page, and wrote nothing that is none. */
const given = document.documentElement.getAttribute(lookAttribute);
let look: Look = given === null ? unchosen : (JSON.parse(given) as Look);

const preferencesOf = ({ language: chosen, theme, callerLanguage }: Look): Preferences => {
  const language = chosen ?? languageFrom(navigator.languages);
  return { language, theme, callerLanguage: callerLanguage ?? language };
};
let current = preferencesOf(look);

export const applyPreferences = (): Preferences => {
  const dark = current.theme === 'dark' || (current.theme === 'system' && darkSystem.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  return current;
};

/** Shows the desk in another look at once; answers the whole of it, to be kept. */
export const prefer = (change: Partial<Look>): Look => {
  look = { ...look, ...change };
  current = preferencesOf(look);
  applyPreferences();
  showLanguage(current.language);
  for (const listener of listeners) listener();
  return look;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);

darkSystem.addEventListener('change', applyPreferences);
