import { readFile } from 'node:fs/promises';
import { fail, type Result } from '../../../../shared/result.js';
import type { SyslogPolicy } from '../../policy/audit-schema.js';
import type { Collector } from '../collector.js';
import { handOver, type Patience, type Trust } from './connection.js';
import { framed, syslogMessage } from './message.js';

export interface SyslogParts {
  readonly policy: SyslogPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each connection. */
  readonly allows: (url: URL) => boolean;
  /** Trusted authorities, PEM. */
  readonly authorities: () => Promise<readonly string[]>;
  readonly patience?: Patience;
}

const usual: Patience = { deadline: 60_000, lingering: 1000 };

/** Read for each connection: certificates are renewed while desks run. Null where the files cannot be read. */
const readOwn = async ({ clientCertificate }: SyslogPolicy): Promise<Trust['own'] | undefined> => {
  if (!clientCertificate) return undefined;
  const { certificateFile, keyFile } = clientCertificate;
  try {
    const [cert, key] = await Promise.all([readFile(certificateFile, 'latin1'), readFile(keyFile, 'latin1')]);
    return { cert, key };
  } catch {
    return null;
  }
};

/** RFC 5424 messages over TLS (RFC 5425), a connection for each piece. */
export const createSyslogCollector = ({ policy, allows, authorities, patience = usual }: SyslogParts): Collector => {
  const url = new URL(policy.url);
  return {
    kind: 'syslog',
    url: policy.url,
    send: async (entries, signal): Promise<Result<void>> => {
      if (!allows(url)) return fail('policy-invalid');
      const own = await readOwn(policy);
      if (own === null) return fail('collector-key-unreadable');
      const bytes = framed(entries.map((entry) => syslogMessage(entry, policy.enterprise)));
      const trust = { authorities: await authorities(), own: own ?? null };
      try {
        return await handOver(url, bytes, trust, signal, patience);
      } catch {
        // What the files hold is no certificate, or not with that key.
        return fail('collector-key-unreadable');
      }
    },
  };
};
