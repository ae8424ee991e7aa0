import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/result.js';
import {
  formatAnyOf,
  formatClock,
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  formatStretch,
  formatTime,
} from './format.js';
import { languageFrom } from './languages.js';

/** The words of the desk's language, and its way of writing numbers and times. */
export const useWords = () => {
  const { t, i18n } = useTranslation();
  const language = languageFrom([i18n.language]);
  return useMemo(
    () => ({
      t,
      language,
      number: (value: number) => formatNumber(language, value),
      time: (iso: string) => formatTime(language, iso),
      clock: (iso: string) => formatClock(language, iso),
      moment: (iso: string) => formatMoment(language, iso),
      day: (day: string) => formatDay(language, day),
      stretch: (unit: Parameters<typeof formatStretch>[1], start: number) => formatStretch(language, unit, start),
      list: (items: readonly string[]) => formatList(language, items),
      anyOf: (items: readonly string[]) => formatAnyOf(language, items),
      failure: ({ code, retryAfterSeconds }: Failure) => ({
        title: t(`failures.${code}.what`),
        lines: [
          t(`failures.${code}.kept`),
          t(`failures.${code}.next`),
          ...(retryAfterSeconds ? [t('shell.retryAfter', { count: retryAfterSeconds })] : []),
        ],
      }),
    }),
    [t, language],
  );
};
