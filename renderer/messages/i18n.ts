import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en/index.js';
import { catalogues, languages, type Language } from './languages.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

export const startMessages = (language: Language): void => {
  const resources = Object.fromEntries(languages.map((each) => [each, { translation: catalogues[each] }]));
  void i18next.use(initReactI18next).init({
    lng: language,
    resources,
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
};

export const showLanguage = (language: Language): void => {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
};
