/** The languages the desk speaks, with agents and with callers (ISO 639-1). */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** As this product's countries write numbers and times (BCP 47). */
export const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
