import type { Catalogue } from '../words.js';
import { audit } from './audit.js';
import { call } from './call.js';
import { charts } from './charts.js';
import { delivery } from './delivery.js';
import { demo } from './demo.js';
import { drill } from './drill.js';
import { erasure } from './erasure.js';
import { evidence } from './evidence.js';
import { failures } from './failures.js';
import { deskKey } from './desk-key.js';
import { gatewayKey } from './gateway-key.js';
import { lock } from './lock.js';
import { policyProblem } from './policy-problem.js';
import { proof } from './proof.js';
import { receipt } from './receipt.js';
import { registryKey } from './registry-key.js';
import { reports } from './reports.js';
import { requests } from './requests.js';
import { say } from './say.js';
import { scores } from './scores.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { steps } from './steps.js';
import { terms } from './terms.js';
import { timeline } from './timeline.js';
import { verification } from './verification.js';
import { watch } from './watch.js';
import { ways } from './ways.js';

export const sv: Catalogue = {
  audit,
  call,
  charts,
  delivery,
  demo,
  drill,
  erasure,
  evidence,
  failures,
  deskKey,
  gatewayKey,
  lock,
  policyProblem,
  proof,
  receipt,
  registryKey,
  reports,
  requests,
  say,
  scores,
  settings,
  shell,
  signIn,
  steps,
  terms,
  timeline,
  verification,
  watch,
  ways,
};
