import { expect, it } from 'vitest';
import { createKeepingCall } from '../../../../../electron/main/access/keeping-call.js';
import type { Policy, Role } from '../../../../../electron/main/policy/schema.js';
import type { CallView } from '../../../../../shared/call-view.js';

const purposes = {
  support: { kind: 'help' },
  'billing-check': { kind: 'billing-check' },
  block: { kind: 'block', roles: ['supervisor', 'agent'] },
} as unknown as Policy['purposes'];

const keeps = (purpose: string | null, ...roles: Role[]): boolean =>
  createKeepingCall({ purposes }, () => (purpose === null ? null : ({ purpose } as CallView)))(roles);

it('a call is kept by a role that may start its purpose, and by no other', () => {
  expect(keeps('support', 'agent', 'auditor')).toBe(true);
  expect(keeps('support', 'billing', 'supervisor')).toBe(false);
  expect(keeps('billing-check', 'billing')).toBe(true);
  expect(keeps('billing-check', 'agent')).toBe(false);
  expect(keeps('block', 'supervisor')).toBe(true);
  expect(keeps('support')).toBe(false);
});

it('where no call is open there is none to take away', () => {
  expect(keeps(null)).toBe(true);
});

it('a call for a purpose that the policy does not know is kept by nobody', () => {
  expect(keeps('constructor', 'agent')).toBe(false);
});
