import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOidcSignIn } from '../../electron/main/access/oidc/oidc-sign-in.js';
import { createOpenIdProvider } from '../../electron/main/access/oidc/openid.js';
import { createOtherSignIns } from '../../electron/main/access/oidc/other-sign-ins.js';
import type { AuditLog, Step } from '../../electron/main/audit/audit-log.js';
import { onDisk } from '../../electron/main/audit/durable-file.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';
import type { OidcPolicy } from '../../electron/main/policy/schema.js';
import { signInSchema } from '../../electron/main/policy/sign-in-schema.js';
import { fail, ok, type ErrorCode, type Result } from '../../shared/result.js';
import type { Send } from '../../electron/main/registry/transport.js';
import { createNodeSend } from './node-send.js';
import { roles } from './oidc.mjs';
import { createQueue } from './queue.mjs';

/** The policy's section for a provider at that address; everything else as it is when nobody says. */
const oidcPolicy = (issuer: string, changes: Partial<OidcPolicy> = {}): OidcPolicy => ({
  ...(signInSchema.parse({ kind: 'oidc', issuer, clientId: 'tunniste', consent: true, roles }) as OidcPolicy),
  ...changes,
});

const memoryKeychain = (): Keychain => {
  const keys = new Map<string, Uint8Array>();
  return {
    get: (account) => Promise.resolve(ok(keys.get(account) ?? null)),
    set: (account, key) => Promise.resolve(ok(void keys.set(account, key))),
    delete: (account) => Promise.resolve(ok(keys.delete(account))),
  };
};

interface Options {
  readonly issuer: string;
  readonly policy?: Partial<OidcPolicy>;
  readonly patience?: number;
  readonly deadlineMilliseconds?: number;
  readonly now?: () => number;
  /** The way to the provider and back. */
  readonly way?: (send: Send) => Send;
  /** The browser that shows a page. */
  readonly browse?: (url: string) => Promise<Result<void>>;
}

/** Everything of a sign-in but the window: the provider over Node's stack, the sealed key file, the entries it would make. */
export const createOidcDesk = async ({ issuer, policy = {}, way = (send) => send, ...given }: Options) => {
  const { patience, deadlineMilliseconds, now, browse } = given;
  const folder = await mkdtemp(join(tmpdir(), 'oidc-desk-'));
  const keychain = memoryKeychain();
  const own = oidcPolicy(issuer, policy);
  const pages = createQueue<string>();
  const steps: Step[] = [];
  const left: string[] = [];
  let changes = 0;
  let failing: ErrorCode | null = null;
  let isShut = false;
  const audit: AuditLog = {
    first: 1,
    head: 0,
    record: (...added) => {
      if (failing) return Promise.resolve(fail(failing));
      steps.push(...added);
      return Promise.resolve(ok({ seq: steps.length }));
    },
    pseudonyms: () => Promise.resolve(ok([])),
    open: () => Promise.resolve(ok(undefined)),
    mayDisclose: () => Promise.resolve(ok(undefined)),
    page: () => Promise.resolve(ok([])),
    stored: () => Promise.resolve(ok([])),
    lines: () => Promise.resolve(ok([])),
    close: () => Promise.resolve(),
  };

  /** The desk started anew on the same key file. */
  const start = () => {
    const store = createKeyFile({ folder, keychain, ...onDisk });
    const show = browse ?? ((url: string) => Promise.resolve(ok(pages.put(url))));
    const provider = createOpenIdProvider({
      policy: own,
      allows: (url) => url.origin === new URL(issuer).origin,
      send: way(createNodeSend({ ...(deadlineMilliseconds !== undefined && { deadlineMilliseconds }) })),
      ...(patience !== undefined && { patience }),
      ...(now && { now }),
    });
    const leaveBrowser = async (): Promise<void> => {
      const page = await provider.endSession();
      if (page !== null) await show(page);
    };
    const browser = { browse: show, leaveBrowser };
    const signIn = createOidcSignIn({
      ...{ policy: own, store, provider, audit, started: Promise.resolve(), ...browser },
      leave: (reason) => Promise.resolve(void left.push(reason)),
      mayKeepCall: (roles) => roles.includes('agent'), // a call that an agent has open
      door: {
        get isShut() {
          return isShut;
        },
        shut: () => void (isShut = true),
        lapse: () => void (isShut = true),
        open: () => void (isShut = false),
      },
      changed: () => void (changes += 1),
      ...(now && { now }),
    });
    const others = createOtherSignIns({ policy: own, provider, ...browser, sub: () => signIn.sub });
    return { signIn, store, provider, ...others };
  };
  return {
    ...start(),
    start,
    /** Pages that the browser was asked to show. */
    pages,
    steps,
    left,
    changed: () => changes,
    /** As the lock does. */
    shut: () => void (isShut = true),
    isShut: () => isShut,
    failRecords: (code: ErrorCode | null) => void (failing = code),
    keyFile: () => readFile(join(folder, 'keys.sealed')),
    end: () => rm(folder, { recursive: true, force: true }),
  };
};

export type OidcDesk = Awaited<ReturnType<typeof createOidcDesk>>;
