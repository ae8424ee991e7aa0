import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proxyConfigOf } from '../../../../../electron/main/network/ways.js';

const registry = 'https://registry.esimerkki.example';
const login = 'https://login.esimerkki.example:8443';
const byProxy = 'PROXY proxy.esimerkki.example:8080; DIRECT';

type FindProxy = (url: string, host: string) => unknown;

/** Our own script, as a browser runs it. */
const scriptFor = (ways: ReadonlyMap<string, string>): FindProxy => {
  const { mode, pacScript = '' } = proxyConfigOf(ways);
  expect(mode).toBe('pac_script');
  const script = Buffer.from(pacScript.replace(/^data:[^,]*,/, ''), 'base64').toString();
  return runInNewContext(`${script}; FindProxyForURL`) as FindProxy;
};

const wayOf = (ways: ReadonlyMap<string, string>, url: string): unknown => scriptFor(ways)(url, new URL(url).hostname);

describe('the ways out', () => {
  it('are none until something was asked for', () => {
    expect(proxyConfigOf(new Map())).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    });
  });

  it('lead straight to what was asked for, and nowhere else', () => {
    const direct = new Map([registry, login].map((origin) => [origin, 'DIRECT']));
    expect(proxyConfigOf(direct)).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: `<-loopback>,${registry},${login}`,
    });
  });

  const mixed = new Map([
    [registry, byProxy],
    [login, 'DIRECT'],
  ]);

  it('are the system’s for each host, where it has more than one', () => {
    expect(wayOf(mixed, `${registry}/`)).toBe(byProxy);
    expect(wayOf(mixed, `${login}/`)).toBe('DIRECT');
  });

  it.each([
    'http://registry.esimerkki.example/',
    'https://registry.esimerkki.example:444/',
    'https://registry.esimerkki.example.evil.example/',
    'https://login.esimerkki.example/',
    'http://issuer.outside.example/ca.crt',
    'ftp://registry.esimerkki.example/',
  ])('lead nowhere from %s', (url) => {
    expect(wayOf(mixed, url)).toBe('PROXY 127.0.0.1:9');
  });

  it('lead nowhere from any other address', () => {
    const find = scriptFor(mixed);
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const { origin, hostname } = new URL(url);
        fc.pre(!mixed.has(origin));
        expect(find(url, hostname)).toBe('PROXY 127.0.0.1:9');
      }),
    );
  });

  it('are what the system said, whatever signs it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (way) => {
        fc.pre(way !== 'DIRECT');
        expect(wayOf(new Map([[registry, way]]), `${registry}/`)).toBe(way);
      }),
    );
  });
});
