import { session, type Session } from 'electron';
import { asItIs, createCertificateJudge } from './certificate-judge.js';
import { createProxySetting } from './proxy-setting.js';

interface Rules {
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  /** Authorities trusted besides the system's, PEM. */
  readonly authorities: readonly string[];
}

/** In memory: nothing is cached or kept, and nothing of the window's reaches it. */
const createSession = (name: string, allows: Rules['allows']): Session => {
  const own = session.fromPartition(name, { cache: false });
  // SECURITY: whoever asks, and whichever way a redirect points: no host that the policy does not list.
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !allows(new URL(url)) }));
  // SECURITY: a session with a spell checker fetches its dictionary from Google, around the filter above.
  own.setSpellCheckerEnabled(false);
  own.setSpellCheckerLanguages([]);
  return own;
};

/** Sends nothing: it only knows what the system says of proxies, as IT set them: by hand, by script (PAC) or by discovery. */
const createGuide = async (): Promise<Session> => {
  const guide = createSession('network-guide', () => false);
  await guide.setProxy({ mode: 'system' });
  return guide;
};

const createWayOut = ({ allows, authorities }: Rules): Session => {
  const own = createSession('network', allows);
  // SECURITY: older TLS can be read on the way.
  own.setSSLConfig({ minVersion: 'tls1.2' });
  const judge = createCertificateJudge(authorities);
  // SECURITY: certificates are judged by Chromium and the system's store; only the policy's authorities may add to that.
  own.setCertificateVerifyProc((question, answer) => void judge(question).then(answer, () => answer(asItIs)));
  return own;
};

/**
 * The desk's one way out, for an address at a time: what it does not ask for cannot be reached, and the system is asked anew each
 * time, because people carry their machines from network to network.
 */
export const createOwnSession = (rules: Rules): ((url: URL) => Promise<Session>) => {
  const own = createWayOut(rules);
  const settle = createProxySetting((config) => own.setProxy(config));
  let guide: Promise<Session> | null = null;
  /** One that could not be made is made anew for the next request. */
  const guided = async (): Promise<Session> => {
    guide ??= createGuide();
    try {
      return await guide;
    } catch (error) {
      guide = null;
      throw error;
    }
  };

  return async ({ origin }) => {
    const way = await (await guided()).resolveProxy(origin);
    if (way === '') throw new Error('net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED');
    await settle(origin, way);
    return own;
  };
};
