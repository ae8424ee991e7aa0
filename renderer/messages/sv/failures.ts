import type { FailureCatalogue } from '../words.js';
import { callFailures } from './call-failures.js';
import { deskFailures } from './desk-failures.js';

export const failures = { ...deskFailures, ...callFailures } satisfies FailureCatalogue;
