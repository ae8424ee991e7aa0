import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AnswerOf, Bridge, OperationName, RequestOf } from '../../shared/contract.js';
import { fromText, type JsonText } from '../../shared/json-text.js';
import type { Result } from '../../shared/result.js';
import type { StoredEntry } from '../../electron/main/audit/entry.js';
import type { Home } from '../support/person.mjs';

declare global {
  interface Window {
    readonly desk: Bridge;
  }
}

/** Asks main directly, as a page taken over by an attacker could; `request` may be anything. */
export const askAnything = async (page: Page, name: string, request?: unknown): Promise<unknown> =>
  fromText(
    (await page.evaluate(
      ([operation, body]) =>
        (window.desk as unknown as Record<string, (request: unknown) => Promise<JsonText<unknown>>>)[operation]?.(body),
      [name, request] as const,
    )) ?? 'null',
  );

export const ask = <Name extends OperationName>(
  page: Page,
  name: Name,
  request?: RequestOf<Name>,
): Promise<Result<AnswerOf<Name>>> => askAnything(page, name, request) as Promise<Result<AnswerOf<Name>>>;

/** Signs in as somebody who has read the notice, and answers as signing in does. */
export const signInByAsking = async (page: Page, token: string): Promise<Result<AnswerOf<'signIn'>>> => {
  const signedIn = await ask(page, 'signIn', { token });
  if (signedIn.ok) await ask(page, 'acceptNotice');
  return signedIn;
};

/** Signs out, and answers when the page that was signed in has gone. */
export const signOutByAsking = async (page: Page): Promise<Result<AnswerOf<'signOut'>>> => {
  const renewed = page.waitForEvent('load');
  const signedOut = await ask(page, 'signOut');
  await renewed;
  return signedOut;
};

/** The desk's state once its start is on record, which every operation waits for, also one that is refused. */
export const startedState = async (page: Page): Promise<Result<AnswerOf<'deskState'>>> => {
  await askAnything(page, 'cancelSearch');
  return ask(page, 'deskState');
};

export const auditFolder = (home: Home): string => join(home.env['XDG_STATE_HOME'] ?? '', 'tunniste', 'audit');

/** The journal as it lies on the disk, read from outside the app: whole lines only, for the app may be writing the next. */
export const journalOf = (home: Home): StoredEntry[] =>
  readdirSync(auditFolder(home))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(auditFolder(home), name), 'utf8')
        .split('\n')
        .slice(0, -1),
    )
    .map((line) => JSON.parse(line) as StoredEntry);

export const typesOf = (home: Home): string[] => journalOf(home).map(({ type }) => type);
