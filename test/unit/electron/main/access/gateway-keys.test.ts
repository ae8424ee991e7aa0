import { describe, expect, it, vi } from 'vitest';
import { createGatewayKeys } from '../../../../../electron/main/access/gateway-keys.js';
import type { Step } from '../../../../../electron/main/audit/audit-log.js';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import type { DeskState } from '../../../../../shared/desk-state.js';
import { fail, ok, type ErrorCode } from '../../../../../shared/result.js';
import demo from '../../../../../resources/demo-policy.json' with { type: 'json' };

const url = 'https://gateway.example/messages';
const opened = { url, headers: { authorization: 'Bearer {{secret}}' } };

const open = (factors: object = { smsCode: { gateway: opened }, totp: { verifier: opened } }) => {
  const allowedHosts = [...demo.allowedHosts, 'gateway.example'];
  const checked = checkPolicy(JSON.stringify({ ...demo, allowedHosts, factors }));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const steps: Step[] = [];
  const held = new Map<string, string>();
  const at = { disk: null as ErrorCode | null, record: null as ErrorCode | null };
  const saved = (change: () => void) => {
    if (at.disk) return Promise.resolve(fail(at.disk));
    change();
    return Promise.resolve(ok(undefined));
  };
  const gatewayKeys = createGatewayKeys({
    policy: checked.policy,
    store: {
      secret: (name) => held.get(name) ?? null,
      keepSecret: (name, secret) => saved(() => held.set(name, secret)),
      forgetSecret: (name) => saved(() => held.delete(name)),
    },
    audit: {
      record: (...added) => {
        if (at.record) return Promise.resolve(fail(at.record));
        steps.push(...added);
        return Promise.resolve(ok({ seq: steps.length }));
      },
    },
  });
  const renewPage = vi.fn();
  const handlers = gatewayKeys.handlers(() => Promise.resolve(ok({} as DeskState)), renewPage);
  return { gatewayKeys, ...handlers, at, held, steps, renewPage };
};
const key = 'avain-7f3a';

describe('the desk’s own key of a gateway', () => {
  it('is asked for where the policy opens the gateway with one, and nowhere else', async () => {
    expect(open().gatewayKeys.state).toEqual([
      { name: 'sms', kept: false },
      { name: 'totp', kept: false },
    ]);
    const { gatewayKeys, keepGatewayKey, forgetGatewayKey, steps } = open({ smsCode: { gateway: { url } } });
    expect(gatewayKeys.state).toEqual([]);
    expect(await keepGatewayKey({ name: 'sms', key })).toEqual(fail('policy-invalid'));
    expect(await forgetGatewayKey({ name: 'sms' })).toEqual(fail('policy-invalid'));
    expect(steps).toEqual([]);
  });

  it('is kept under its gateway’s name, on record without itself, and takes the page with it', async () => {
    const { gatewayKeys, keepGatewayKey, forgetGatewayKey, held, steps, renewPage } = open();
    expect(await keepGatewayKey({ name: 'totp', key })).toMatchObject({ ok: true });
    expect([...held]).toEqual([['totp', key]]);
    expect(gatewayKeys.state).toContainEqual({ name: 'totp', kept: true });
    await vi.waitFor(() => expect(renewPage).toHaveBeenCalledOnce());
    expect(await forgetGatewayKey({ name: 'totp' })).toMatchObject({ ok: true });
    expect(await forgetGatewayKey({ name: 'totp' })).toMatchObject({ ok: true });
    expect(held.size).toBe(0);
    expect(steps).toEqual([
      { type: 'gateway-key.kept', outcome: 'totp' },
      { type: 'gateway-key.forgotten', outcome: 'totp' },
    ]);
  });

  it('without its entry it is neither kept nor forgotten', async () => {
    const { keepGatewayKey, forgetGatewayKey, at, held } = open();
    at.record = 'disk-low';
    expect(await keepGatewayKey({ name: 'sms', key })).toEqual(fail('disk-low'));
    expect(held.size).toBe(0);
    at.record = null;
    await keepGatewayKey({ name: 'sms', key });
    at.record = 'disk-low';
    expect(await forgetGatewayKey({ name: 'sms' })).toEqual(fail('disk-low'));
    expect(held.size).toBe(1);
  });

  it('that could not be saved is on record as such', async () => {
    const { keepGatewayKey, at, steps, renewPage } = open();
    at.disk = 'key-file-unreadable';
    expect(await keepGatewayKey({ name: 'sms', key })).toEqual(fail('key-file-unreadable'));
    expect(steps.at(-1)).toEqual({ type: 'gateway-key.kept', outcome: 'failed', reason: 'key-file-unreadable' });
    expect(renewPage).not.toHaveBeenCalled();
  });

  it.each(['', ' avain', 'avain ', 'avain\r\nx-other: 1', 'äväin', 'a'.repeat(1001)])(
    'that could not stand in a header is refused and not recorded: %j',
    async (text) => {
      const { keepGatewayKey, steps } = open();
      expect(await keepGatewayKey({ name: 'sms', key: text })).toEqual(fail('token-invalid'));
      expect(steps).toEqual([]);
    },
  );
});
