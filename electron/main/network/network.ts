import { app, type Certificate, type Session } from 'electron';
import { chooseCertificate, type WantedCertificate } from './client-certificate.js';
import { createOwnSession } from './own-session.js';

interface Parts {
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  /** Authorities trusted besides the system's, PEM. */
  readonly authorities: readonly string[];
  readonly clientCertificate: WantedCertificate | undefined;
}

export interface Network {
  /**
   * The one session for everything main asks over HTTPS, the way to that address open; asked before each request.
   * Rejects with a net error (`net::ERR_…`) when the system's proxy settings cannot be followed.
   */
  session(url: URL): Promise<Session>;
  /** PEM; for connections that are not Chromium's. */
  caCertificates(): readonly string[];
}

/** Chromium says which server asks as `host:port`, or as a URL. */
const addressOf = (server: string): URL => new URL(server.includes('://') ? server : `https://${server}`);

/** Main's network: one session, by the policy's rules. Wants Electron to be ready. */
export const createNetwork = ({ allows, authorities, clientCertificate }: Parts): Network => {
  let own: ReturnType<typeof createOwnSession> | null = null;
  // SECURITY: names are asked of the system alone, never of a resolver of Chromium's choice.
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  // SECURITY: unhandled, Electron would send the first certificate that fits, and so tell the server who sits here.
  app.on('select-client-certificate', (event, _contents, server, offered, answer) => {
    event.preventDefault();
    const chosen = allows(addressOf(server)) ? chooseCertificate(offered, clientCertificate) : null;
    // Electron takes null for none, and throws at undefined, whatever its types say.
    answer(chosen as Certificate | undefined);
  });
  return {
    session: async (url) => (own ??= createOwnSession({ allows, authorities }))(url),
    caCertificates: () => authorities,
  };
};
