import { useSyncExternalStore } from 'react';
import { showLanguage } from './messages/i18n.js';
import { languageFrom, languages, type Language } from './messages/languages.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly callerLanguage: Language;
}

/** The only thing the renderer keeps in localStorage: how the desk looks, nothing about any call. */
const key = 'tunniste.preferences';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | undefined =>
  known.find((each) => each === value);

const stored = (): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

const read = (): Preferences => {
  const kept = stored();
  const language = oneOf(languages, kept['language']) ?? languageFrom(navigator.languages);
  return {
    language,
    theme: oneOf(themes, kept['theme']) ?? 'system',
    callerLanguage: oneOf(languages, kept['callerLanguage']) ?? language,
  };
};

let current = read();

export const applyPreferences = (): Preferences => {
  const dark = current.theme === 'dark' || (current.theme === 'system' && darkSystem.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  return current;
};

export const prefer = (change: Partial<Preferences>): void => {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  applyPreferences();
  showLanguage(current.language);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);

darkSystem.addEventListener('change', applyPreferences);
