import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, eventChannel } from '../../shared/channels.js';
import type { Bridge, OperationName } from '../../shared/contract.js';
import type { DeskEvent } from '../../shared/desk-state.js';

/** The contract's names, put in when the preload is built: its parsers are main's business, and every window would load them. */
declare const OPERATION_NAMES: readonly OperationName[];

const operations = Object.fromEntries(
  OPERATION_NAMES.map((name) => [
    name,
    (request?: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(name), request),
  ]),
);

const onEvent: Bridge['onEvent'] = (listener) => {
  const forward = (_: unknown, event: DeskEvent): void => listener(event);
  ipcRenderer.on(eventChannel, forward);
  return () => void ipcRenderer.off(eventChannel, forward);
};

// SECURITY: (20) the page gets these functions and nothing of Electron: no ipcRenderer, no event objects, no channel names.
contextBridge.exposeInMainWorld('desk', { ...operations, onEvent });
