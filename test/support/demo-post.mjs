// @ts-check
import { makeCertificates } from './certificates.mjs';
import { startGateway } from './gateway-server.mjs';
import { startMailRelay } from './mail-relay.mjs';
import { demoText, layDown } from './policy.mjs';

/** @typedef {import('./policy.mjs').Policy} Policy */

/** @type {Policy & { mail: NonNullable<Policy['mail']> }} */
const shipped = JSON.parse(demoText);

/**
 * A mail relay and a gateway for text messages on loopback, so that codes can be tried out: what they take is told and goes nowhere.
 * @param {(line: string) => void} tell
 */
export async function demoPost(tell) {
  const certificates = await makeCertificates();
  const mail = await startMailRelay({
    tls: certificates.good,
    onMail: ({ to, subject, text }) => tell(`\n── E-mail to ${to.join(', ')} ──\n${subject}\n\n${text}\n`),
  });
  const gateway = await startGateway({ onMessage: ({ to, text }) => tell(`\n── Text message to ${to} ──\n${text}\n`) });
  const authority = await layDown('authority.pem', certificates.ca);
  return {
    mail,
    gateway,
    /** The policy with both in it. @param {Policy} policy @returns {Policy} */
    in: (policy) => ({
      ...policy,
      allowedHosts: [...policy.allowedHosts, new URL(mail.url).host, new URL(gateway.url).host],
      network: { ...policy.network, caFile: authority.path },
      mail: { ...shipped.mail, relay: mail.url },
      factors: { ...shipped.factors, ...policy.factors, smsCode: { gateway: { url: `${gateway.url}/messages` } } },
    }),
    stop: async () => {
      await Promise.all([mail.stop(), gateway.stop(), authority.remove()]);
    },
  };
}
