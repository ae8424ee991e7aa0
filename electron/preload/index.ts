import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, eventChannel, operationNames, type Bridge } from '../../shared/contract.js';
import type { DeskEvent } from '../../shared/desk-state.js';

const operations = Object.fromEntries(
  operationNames.map((name) => [
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
