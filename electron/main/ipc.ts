import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channelOf, contract, operationNames, type Handlers, type OperationName } from '../../shared/contract.js';
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

const answer = async (
  handlers: Handlers,
  door: Door,
  name: OperationName,
  event: IpcMainInvokeEvent,
  request: unknown,
) => {
  // SECURITY: (17) every message is checked for who sent it: our window, its main frame, our origin.
  if (!door.isTrusted(event)) return fail('forbidden');
  const parsed = contract[name].request.safeParse(request);
  if (!parsed.success) return fail('invalid-request');
  try {
    return await (handlers[name] as AnyHandler)(parsed.data);
  } catch (error) {
    door.onBug(name, error);
    return fail('unexpected');
  }
};

/** Serves the contract: known sender → parse → use case → `Result`. Nothing else listens to the renderer. */
export const serveContract = (opening: Promise<Served>, door: Door): void => {
  for (const name of operationNames) {
    ipcMain.handle(channelOf(name), async (event, request: unknown) => {
      const served = await opening;
      const result = await answer(served.handlers, door, name, event, request);
      if (!result.ok) await served.onRefused(name, result.error);
      return result;
    });
  }
};
