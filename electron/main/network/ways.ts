import type { ProxyConfig } from 'electron';

/** Nobody listens here. What is sent this way is neither looked up nor sent on. */
const closedDoor = '127.0.0.1:9';

/** By origin: how the system says it is reached, in the words of a proxy script ("PROXY proxy.example:8080; DIRECT"). */
export type Ways = ReadonlyMap<string, string>;

/** A script of our own, for what rules cannot say: another proxy for another host. */
const scriptOf = (ways: Ways): string => `
  var ways = ${JSON.stringify(Object.fromEntries(ways))};
  function FindProxyForURL(url) {
    var origin = /^https?:\\/\\/[^\\/]+/.exec(url);
    return (origin && Object.prototype.hasOwnProperty.call(ways, origin[0]) && ways[origin[0]]) || 'PROXY ${closedDoor}';
  }`;

/**
 * Lets a session reach these origins, each the way the system says, and no other, whoever in Chromium asks: to check a certificate it
 * fetches what the certificate points at, from anywhere, past every filter of requests.
 */
export const proxyConfigOf = (ways: Ways): ProxyConfig => {
  const isDirect = [...ways.values()].every((way) => way === 'DIRECT');
  if (!isDirect) {
    const script = Buffer.from(scriptOf(ways)).toString('base64');
    return { mode: 'pac_script', pacScript: `data:application/x-ns-proxy-autoconfig;base64,${script}` };
  }
  return {
    mode: 'fixed_servers',
    proxyRules: `http://${closedDoor}`,
    proxyBypassRules: ['<-loopback>', ...ways.keys()].join(','),
  };
};
