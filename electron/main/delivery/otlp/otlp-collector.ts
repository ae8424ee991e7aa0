import { fail, type ErrorCode, type Result } from '../../../../shared/result.js';
import type { OtlpPolicy } from '../../policy/audit-schema.js';
import type { Send } from '../../registry/transport.js';
import type { Collector } from '../collector.js';
import { acknowledged } from './answer.js';
import { exportRequest } from './mapping.js';

interface OtlpParts {
  readonly policy: OtlpPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each request. */
  readonly allows: (url: URL) => boolean;
  readonly send: Send;
  readonly now?: () => number;
}

/** What the transport says of any server, said of a collector. */
const ofTransport: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  'registry-unreachable': 'collector-unreachable',
  'registry-timeout': 'collector-timeout',
  'registry-certificate': 'collector-certificate',
  'registry-redirected': 'collector-refused',
  'registry-too-large': 'collector-refused',
  'registry-invalid': 'collector-refused',
  'search-cancelled': 'collector-timeout',
};

/** OTLP over HTTPS, as JSON. A piece is acknowledged when the collector answers that it took every record of it. */
export const createOtlpCollector = ({ policy, allows, send, now = () => Date.now() }: OtlpParts): Collector => ({
  kind: 'otlp',
  url: policy.url,
  send: async (entries, signal): Promise<Result<void>> => {
    if (!allows(new URL(policy.url))) return fail('policy-invalid');
    const answer = await send(
      {
        method: 'POST',
        url: policy.url,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(exportRequest(entries, now())),
      },
      signal,
    );
    return answer.ok ? acknowledged(answer.value) : fail(ofTransport[answer.error.code] ?? answer.error.code);
  },
});
