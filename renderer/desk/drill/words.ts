import type { DrillWords } from '../../messages/drill-shape.js';
import { drillWords as en } from '../../messages/en/drill-callers.js';
import { drillWords as fi } from '../../messages/fi/drill-callers.js';
import type { Language } from '../../messages/languages.js';
import { drillWords as sv } from '../../messages/sv/drill-callers.js';

/** The caller may speak another language than the desk. */
export const drillWords: Readonly<Record<Language, DrillWords>> = { fi, sv, en };
