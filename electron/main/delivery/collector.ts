import type { Result } from '../../../shared/result.js';
import type { Outgoing } from './outgoing.js';

/** Where the organisation gathers what its desks record. */
export interface Collector {
  readonly kind: 'syslog' | 'otlp';
  /** As the policy writes it; a collector at another address is another one and gets everything from the first entry. */
  readonly url: string;
  /**
   * Hands entries over, in order. Ok means that the collector has acknowledged every one of them, as far as its protocol knows of that. Fails
   * with a `collector-…` or `proxy-…` code or `policy-invalid`; then any of them may have arrived, and all are to be sent again.
   */
  send(entries: readonly Outgoing[], signal: AbortSignal): Promise<Result<void>>;
}

/** `siem.esimerkki.example:6514`, as screens and entries name it. */
export const nameOf = ({ url }: Pick<Collector, 'url'>): string => new URL(url).host;
