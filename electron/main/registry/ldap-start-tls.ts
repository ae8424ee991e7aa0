import type { Socket } from 'node:net';
import { ExtendedRequest, ExtendedResponse, MessageParser } from 'ldapts';
import { fail, ok, type Result } from '../../../shared/result.js';
import { messageLength } from './ldap-frame.js';

const startTlsOid = '1.3.6.1.4.1.1466.20037';
/** Bytes; an answer of this kind has no use for more. */
const largest = 1024;

/** Whether these bytes are one message that agrees to begin, and nothing behind it. */
const agrees = (bytes: Buffer): boolean => {
  let agreed = false;
  const parser = new MessageParser();
  parser.on('message', (message) => {
    agreed = message instanceof ExtendedResponse && message.messageId === 1 && message.status === 0;
  });
  parser.on('error', () => undefined);
  parser.read(bytes, new Map());
  return agreed;
};

/**
 * Asks for TLS on a plain connection (RFC 4511 §4.14) and leaves it ready for the handshake. Fails with `registry-unencrypted` when the
 * server refuses, hangs up or says anything else: nothing more is said then.
 * SECURITY: what comes behind the answer in clear was put there by somebody on the way, to be taken for the server's later; it ends this.
 */
export const startTls = (socket: Socket): Promise<Result<void>> =>
  new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const settle = (result: Result<void>) => {
      socket.off('data', read).off('close', refuse).off('end', refuse);
      socket.pause();
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const refuse = () => settle(fail('registry-unencrypted'));
    const read = (part: Buffer) => {
      received = Buffer.concat([received, part]);
      const whole = messageLength(received);
      if (received.length < whole && whole <= largest) return;
      if (received.length === whole && agrees(received)) settle(ok(undefined));
      else refuse();
    };
    socket.on('data', read).on('close', refuse).on('end', refuse);
    socket.write(new ExtendedRequest({ messageId: 1, oid: startTlsOid }).write());
  });
