import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, eventChannel } from '../../shared/channels.js';
import type { Bridge } from '../../shared/contract.js';
import type { DeskEvent } from '../../shared/desk-state.js';
import type { JsonText } from '../../shared/json-text.js';
import { servedNames } from '../../shared/served-names.js';

const operations = Object.fromEntries(
  servedNames.map((name) => [
    name,
    (request?: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(name), request),
  ]),
);

const onEvent: Bridge['onEvent'] = (listener) => {
  const forward = (_: unknown, event: JsonText<DeskEvent>): void => listener(event);
  ipcRenderer.on(eventChannel, forward);
  return () => void ipcRenderer.off(eventChannel, forward);
};

// SECURITY: (20) the page gets these functions and nothing of Electron: no ipcRenderer, no event objects, no channel names.
contextBridge.exposeInMainWorld('desk', { ...operations, onEvent });
