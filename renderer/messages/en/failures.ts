import type { FailureCatalogue } from '../words.js';
import { callFailures } from './call-failures.js';
import { deliveryFailures } from './delivery-failures.js';
import { deskFailures } from './desk-failures.js';
import { erasureFailures } from './erasure-failures.js';
import { factorFailures } from './factor-failures.js';
import { mailFailures } from './mail-failures.js';
import { reportFailures } from './report-failures.js';
import { requestFailures } from './request-failures.js';
import { signInFailures } from './sign-in-failures.js';
import { watchFailures } from './watch-failures.js';

export const failures = {
  ...deskFailures,
  ...deliveryFailures,
  ...callFailures,
  ...erasureFailures,
  ...factorFailures,
  ...mailFailures,
  ...reportFailures,
  ...requestFailures,
  ...signInFailures,
  ...watchFailures,
} satisfies FailureCatalogue;
