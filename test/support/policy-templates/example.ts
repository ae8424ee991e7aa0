import type * as z from 'zod/mini';
import type { policySchema } from '../../../electron/main/policy/schema.js';

/** An invented shop's policy, for somebody to begin with. */
export const example: z.input<typeof policySchema> = {
  version: '2026-11-22.1',
  organisation: { name: 'Esimerkki Oy', domain: 'esimerkki.example', privacyContact: 'tietosuoja@esimerkki.example' },
  allowedHosts: [
    'registry.esimerkki.example',
    'login.esimerkki.example',
    'mail.esimerkki.example',
    'sms.esimerkki.example',
    'siem.esimerkki.example',
  ],
  signIn: {
    kind: 'oidc',
    issuer: 'https://login.esimerkki.example',
    clientId: 'tunniste',
    roles: {
      support: ['agent'],
      'support-leads': ['agent', 'supervisor'],
      audit: ['auditor'],
      privacy: ['privacy-officer'],
    },
  },
  registry: {
    kind: 'scim',
    url: 'https://registry.esimerkki.example/scim/v2',
    scope: 'userType eq "customer"',
  },
  ticket: { pattern: 'INC-[0-9]{4,8}', example: 'INC-20418' },
  deepLink: false,
  purposes: {
    support: {
      points: 2,
      factors: 1,
      compare: ['workEmail', 'organisation'],
      show: ['name', 'userName', 'organisation'],
    },
    'access-reset': {
      points: 4,
      factors: 1,
      accept: [
        { factors: 1, of: 'strong' },
        { factors: 2, of: 'medium', among: ['call-back', 'second-agent'] },
      ],
      compare: ['workEmail'],
      show: ['userName'],
    },
    'privacy-request': {
      kind: 'privacy-request',
      points: 4,
      factors: 1,
      strongest: 'medium',
      compare: ['workEmail', 'organisation'],
      show: ['name', 'userName', 'workEmail', 'workPhone', 'organisation', 'status'],
    },
    block: { kind: 'block', points: 2, factors: 1, compare: ['workEmail', 'organisation'], show: [] },
  },
  mail: { relay: 'smtps://mail.esimerkki.example', from: 'tuki@esimerkki.example' },
  factors: {
    smsCode: {
      gateway: { url: 'https://sms.esimerkki.example/messages', headers: { authorization: 'Bearer {{secret}}' } },
    },
  },
  audit: { deliver: [{ kind: 'syslog', url: 'tls://siem.esimerkki.example' }], maxUndelivered: 500 },
  limits: { wrongAnswersPerCall: 3, subjectLockMinutes: 30, revealSeconds: 60 },
};
