import type { OperationName } from '../../../shared/contract.js';
import type { Role } from '../policy/schema.js';

/** `anyone`: also when nobody is signed in. Such an operation looks after itself. */
export type RoleRule = 'anyone' | readonly Role[];

const calls = ['agent'] as const;
/** Which purposes, the policy says. */
const lookups = ['agent', 'billing'] as const;
const watching = ['supervisor'] as const;
const requesting = ['agent', 'supervisor', 'privacy-officer'] as const;
const finishing = ['privacy-officer'] as const;
const keeping = ['agent', 'supervisor'] as const;
const erasing = ['privacy-officer'] as const;
const counting = ['auditor'] as const;
const answering = ['privacy-officer'] as const;
/** The privacy officer finds there whom to erase or to hold. */
const reading = ['supervisor', 'auditor', 'privacy-officer'] as const;

/** Who may ask for each operation. One that is missing here does not compile. */
export const rolesFor = {
  deskState: 'anyone',
  keepLook: 'anyone',
  scorePolicy: 'anyone',
  signIn: 'anyone',
  startSignIn: 'anyone',
  cancelSignIn: 'anyone',
  signOut: 'anyone',
  lockDesk: 'anyone',
  blanked: 'anyone',
  unlock: 'anyone',
  waitingLink: 'anyone',

  acceptNotice: lookups,
  keepRegistryKey: keeping,
  forgetRegistryKey: keeping,
  keepGatewayKey: keeping,
  forgetGatewayKey: keeping,

  startCall: lookups,
  changePurpose: calls,
  findSubject: lookups,
  cancelSearch: lookups,
  chooseCandidate: calls,
  compareClaims: calls,
  startCallBack: calls,
  finishCallBack: calls,
  sendCode: calls,
  enterCode: calls,
  checkTotp: calls,
  attest: calls,
  proveBySecondAgent: calls,
  cancelSecondAgent: calls,
  bypassProof: ['bypass'],
  revealField: calls,
  copyField: calls,
  extendBudget: lookups,
  fileRequest: calls,
  closeCall: lookups,

  readRequests: requesting,
  retryRequest: requesting,
  finishRequest: finishing,

  eraseSubject: erasing,
  readHolds: erasing,
  setHold: erasing,
  liftHold: erasing,

  saveSubjectReport: answering,
  saveJournal: counting,
  saveStatistics: counting,
  cancelReport: [...counting, ...answering],

  startDrill: calls,
  endDrill: calls,

  readFlags: watching,
  reviewFlag: watching,
  unlockSubject: watching,

  openAudit: reading,
  readAudit: reading,
  startVerification: reading,
  cancelVerification: reading,
} as const satisfies Record<OperationName, RoleRule>;
