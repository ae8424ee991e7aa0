import type { Failure } from './result.js';

/** How far the organisation's collectors have what the desk recorded. */
export interface DeliveryView {
  /** Nobody can be looked up until a collector has caught up. */
  readonly stopped: boolean;
  /** In the policy's order. */
  readonly collectors: readonly {
    readonly kind: 'syslog' | 'otlp';
    /** `siem.esimerkki.example:6514` */
    readonly name: string;
    /** Entries that it has not acknowledged. */
    readonly waiting: number;
    /** Since when the first of them has waited (RFC 3339, UTC); null when none does. */
    readonly since: string | null;
    /** Why the last try failed. */
    readonly failure: Failure | null;
  }[];
}
