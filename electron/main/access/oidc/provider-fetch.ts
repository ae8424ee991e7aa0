import type { CustomFetch } from 'openid-client';
import type { Send } from '../../registry/transport.js';
import { ProviderFailure, transportFailure } from './provider-failure.js';

interface Parts {
  /** Within a deadline and a size, without cookies, redirects refused. */
  readonly send: Send;
  /** Whether the policy lets the desk talk to this address; asked before each request. */
  readonly allows: (url: URL) => boolean;
}

const noBody = new Set([204, 205, 304]);

/** `fetch` for openid-client over the desk's own transport. Throws `ProviderFailure` where no whole answer came. */
export const createProviderFetch =
  ({ send, allows }: Parts): CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    // SECURITY: the provider's metadata name further addresses; one that the policy does not list is never asked.
    if (!allows(new URL(url))) throw new ProviderFailure('provider-mismatch');
    if (method !== 'GET' && method !== 'POST') throw new ProviderFailure('provider-invalid');
    const text = body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : null;
    const answer = await send({ method, url, headers, body: text }, signal ?? new AbortController().signal);
    if (!answer.ok) throw transportFailure(answer.error.code);
    const { status, contentType, dpopNonce, body: bytes } = answer.value;
    if (status >= 300 && status < 400) throw new ProviderFailure('provider-redirected');
    return new Response(noBody.has(status) ? null : Uint8Array.from(bytes), {
      status,
      headers: { 'content-type': contentType, ...(dpopNonce && { 'dpop-nonce': dpopNonce }) },
    });
  };
