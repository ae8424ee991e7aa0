/** The languages the desk speaks, with agents and with callers (ISO 639-1). */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];
