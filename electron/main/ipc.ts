import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channelOf } from '../../shared/channels.js';
import type { Handlers, OperationName } from '../../shared/contract.js';
import { toText } from '../../shared/json-text.js';
import { servedNames } from '../../shared/served-names.js';
import { fail, type Failure, type Result } from '../../shared/result.js';

/** What stands behind the contract. */
interface Served {
  readonly handlers: Handlers;
  /** Told of every refusal, so that it can be put on record. */
  onRefused(name: OperationName, failure: Failure): Promise<void>;
}

interface Door {
  /** Whether the message comes from our window's own page. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Told of every bug, without the data that provoked it. */
  readonly onBug: (name: OperationName, error: unknown) => void;
}

type AnyHandler = (request: unknown) => Promise<Result<unknown>>;

const answer = async (opening: Promise<Served>, isTrusted: boolean, name: OperationName, request: unknown) => {
  const { handlers, onRefused } = await opening;
  const { contract } = await import('../../shared/contract.js');
  const asked = async (): Promise<Result<unknown>> => {
    if (!isTrusted) return fail('forbidden');
    const parsed = contract[name].request.safeParse(request);
    return parsed.success ? (handlers[name] as AnyHandler)(parsed.data) : fail('invalid-request');
  };
  const result = await asked();
  if (!result.ok) await onRefused(name, result.error);
  return result;
};

/** Serves the contract: known sender → parse → use case → `Result`. Nothing else listens to the renderer. */
export const serveContract = (opening: Promise<Served>, door: Door): void => {
  for (const name of servedNames) {
    ipcMain.handle(channelOf(name), async (event, request: unknown) => {
      try {
        // SECURITY: (17) every message is checked for who sent it, while its frame is still there: our window, its main frame, our origin.
        return toText(await answer(opening, door.isTrusted(event), name, request));
      } catch (error) {
        door.onBug(name, error);
        return toText(fail('unexpected'));
      }
    });
  }
};
