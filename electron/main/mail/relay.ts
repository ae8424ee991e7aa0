import type { Socket } from 'node:net';
import type { Transporter } from 'nodemailer';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { MailPolicy } from '../policy/mail-schema.js';
import { isMailbox } from './mailbox.js';
import { relayFailure } from './relay-failure.js';
import { openConnection, relayAddress } from './connection.js';

/** One message in plain text, to one mailbox. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The text's language (BCP 47). */
  readonly language: string;
  /** The same each time the same mail is sent again (RFC 5322 §3.6.4), without `<>`; a new one if not told. */
  readonly messageId?: string;
}

/** The company's mail relay. */
export interface Relay {
  /**
   * Hands one mail to the relay. Ok means that the relay has taken it, not that it arrived. Fails with `mail-address-invalid` (nothing was
   * asked), `mail-unreachable`, `mail-timeout`, `mail-certificate`, `mail-unencrypted`, `mail-unauthorised`, `mail-refused` for good (5yz),
   * `mail-busy` for now (4yz, greylisting too), or `policy-invalid`.
   */
  send(mail: Mail): Promise<Result<void>>;
}

export interface ReachableRelay extends Relay {
  /** Whether the relay answers, encrypted and by a trusted certificate; it is given no mail. Fails as `send` does. */
  greet(): Promise<Result<void>>;
}

interface Parts {
  readonly policy: MailPolicy;
  /** Whether the policy lets the desk talk to this address; asked before each mail. */
  readonly allows: (url: URL) => boolean;
  /** Trusted authorities, PEM. */
  readonly authorities: () => Promise<readonly string[]>;
  /** For one mail or greeting, from the first byte to the relay's last word. */
  readonly deadlineMilliseconds?: number;
}

type Handed = (error: Error | null, socket: { connection: Socket }) => void;

const openTransport = async ({ policy, authorities }: Parts, deadline: number): Promise<Transporter> => {
  // Read when the first mail is sent: most starts of the desk send none.
  const [{ createTransport }, trusted] = await Promise.all([import('nodemailer'), authorities()]);
  const address = relayAddress(new URL(policy.relay));
  return createTransport({
    ...address,
    // SECURITY: encrypted from the start or by STARTTLS (RFC 3207); a relay that does neither is told nothing.
    requireTLS: true,
    // SECURITY: said aloud, because an environment variable could switch it off for the whole process.
    tls: { ca: [...trusted], rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    // SECURITY: names are asked of the system alone; the library would ask a resolver of its own.
    getSocket: (_options: unknown, handed: Handed) =>
      void openConnection(address).then(
        (connection) => handed(null, { connection }),
        (error: Error) => handed(error, undefined as never),
      ),
    // SECURITY: a mail is the text it is given, never a file or an address read by the way.
    disableFileAccess: true,
    disableUrlAccess: true,
    // A greeting has no signal to end it, as a mail has.
    connectionTimeout: deadline,
    greetingTimeout: deadline,
  });
};

/** Mail by the company's own relay, over SMTP (RFC 5321) that is always encrypted. */
export const createRelay = (parts: Parts): ReachableRelay => {
  const { policy, allows, deadlineMilliseconds = 20_000 } = parts;
  let transport: Promise<Transporter> | null = null;

  const opened = (): Promise<Transporter> => (transport ??= openTransport(parts, deadlineMilliseconds));

  const handOver = async ({ to, subject, text, language, messageId }: Mail): Promise<void> => {
    const open = await opened();
    await open.sendMail({
      from: policy.from,
      to: { name: '', address: to },
      // SECURITY: the mailbox goes to the relay as it is; nothing in it can name a second one.
      envelope: { from: policy.from, to: [to] },
      subject,
      text,
      textEncoding: 'quoted-printable',
      // Nobody's holiday greeting answers it (RFC 3834).
      headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      ...(messageId !== undefined && { messageId: `<${messageId}>` }),
      xMailer: false,
      signal: AbortSignal.timeout(deadlineMilliseconds),
    });
  };

  const talk = async (conversation: () => Promise<unknown>): Promise<Result<void>> => {
    if (!allows(new URL(policy.relay))) return fail('policy-invalid');
    try {
      await conversation();
      return ok(undefined);
    } catch (error) {
      return relayFailure(error);
    }
  };

  return {
    send: async (mail) => (isMailbox(mail.to) ? talk(() => handOver(mail)) : fail('mail-address-invalid')),
    greet: () => talk(async () => (await opened()).verify()),
  };
};
