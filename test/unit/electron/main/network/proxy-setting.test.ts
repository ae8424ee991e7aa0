import { expect, it } from 'vitest';
import type { ProxyConfig } from 'electron';
import { createProxySetting } from '../../../../../electron/main/network/proxy-setting.js';

const registry = 'https://registry.example';
const provider = 'https://login.example';

const open = () => {
  const set: ProxyConfig[] = [];
  const failing: Error[] = [];
  const settle = createProxySetting((config) => {
    const error = failing.shift();
    if (error) return Promise.reject(error);
    return Promise.resolve(void set.push(config));
  });
  return { settle, set, failing };
};

it('a way is set once, and again only when another is known', async () => {
  const { settle, set } = open();
  await settle(registry, 'DIRECT');
  await settle(registry, 'DIRECT');
  expect(set).toHaveLength(1);
  await settle(provider, 'DIRECT');
  await settle(registry, 'PROXY proxy.example:8080');
  expect(set.map(({ mode }) => mode)).toEqual(['fixed_servers', 'fixed_servers', 'pac_script']);
});

it('a way that could not be set fails that request and is set again with the next one', async () => {
  const { settle, set, failing } = open();
  failing.push(new Error('net::ERR_FAILED'));
  await expect(settle(registry, 'DIRECT')).rejects.toThrow('net::ERR_FAILED');
  expect(set).toEqual([]);
  await settle(registry, 'DIRECT');
  expect(set.map(({ proxyBypassRules }) => proxyBypassRules)).toEqual([`<-loopback>,${registry}`]);
});

it('requests at once each get their way, also beside one whose way could not be set', async () => {
  const { settle, set, failing } = open();
  failing.push(new Error('net::ERR_FAILED'));
  const both = await Promise.allSettled([settle(registry, 'DIRECT'), settle(provider, 'DIRECT')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(set.map(({ proxyBypassRules }) => proxyBypassRules)).toEqual([`<-loopback>,${registry},${provider}`]);
});
