import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { isAllowedCollector } from '../../../../../electron/main/policy/hosts.js';
import { shipped, testPolicy } from '../../../../support/call-desk.js';

const withAudit = (audit: unknown, more: Record<string, unknown> = {}): string => {
  const policy = JSON.parse(shipped) as { allowedHosts: string[] };
  const allowedHosts = [...policy.allowedHosts, 'siem.example', 'otel.example:4318'];
  return JSON.stringify({ ...policy, allowedHosts, audit, ...more });
};
const problemsOf = (audit: unknown, more = {}) => {
  const checked = checkPolicy(withAudit(audit, more));
  return checked.ok ? [] : checked.problems.map(({ path, kind }) => `${path} ${kind}`);
};
const syslog = { kind: 'syslog', url: 'tls://siem.example:6514' };
const otlp = { kind: 'otlp', url: 'https://otel.example:4318/v1/logs' };

describe('the collectors of a policy', () => {
  it('may be several, and may be none', () => {
    expect(problemsOf({ deliver: [syslog, otlp], maxUndelivered: 500 })).toEqual([]);
    expect(testPolicy((text) => text).audit).toMatchObject({ deliver: [], maxUndelivered: 500 });
  });

  it('the record is kept for a year, what is flagged in it for two, and never for less than a month', () => {
    expect(testPolicy((text) => text).audit).toMatchObject({ retentionDays: 365, flaggedRetentionDays: 730 });
    expect(problemsOf({ deliver: [], retentionDays: 30, flaggedRetentionDays: 3650 })).toEqual([]);
    expect(problemsOf({ deliver: [], retentionDays: 29 })).not.toEqual([]);
  });

  it('are hosts that the policy lists, and are encrypted', () => {
    const elsewhere = { ...syslog, url: 'tls://elsewhere.example' };
    expect(problemsOf({ deliver: [elsewhere] })).toEqual(['audit.deliver.0.url host-not-allowed']);
    const plain = { ...otlp, url: 'http://otel.example:4318/v1/logs' };
    expect(problemsOf({ deliver: [syslog, plain] })).toEqual(['audit.deliver.1.url plain-http']);
    const policy = testPolicy(() => withAudit({ deliver: [syslog] }));
    expect(isAllowedCollector(new URL(syslog.url), policy)).toBe(true);
    expect(isAllowedCollector(new URL('tcp://siem.example:6514'), policy)).toBe(false);
  });

  it.each([
    [{ deliver: [{ ...syslog, url: 'tcp://siem.example:514' }] }],
    [{ deliver: [{ ...syslog, url: 'tls://agent:secret@siem.example' }] }],
    [{ deliver: [{ ...syslog, url: 'tls://siem.example:6514/path' }] }],
    [{ deliver: [{ ...syslog, url: 'tls://siem.example:99999' }] }],
    [{ deliver: [{ ...syslog, clientCertificate: { certificateFile: 'cert.pem', keyFile: '/key.pem' } }] }],
    [{ deliver: [{ ...otlp, url: 'https://otel.example:4318/v1/logs?key=1' }] }],
    [{ deliver: [syslog, syslog] }],
    [{ maxUndelivered: 0 }],
  ])('are refused where they make no sense: %j', (audit) => {
    expect(problemsOf(audit)).not.toEqual([]);
  });
});
