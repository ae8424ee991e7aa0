import { useEffect } from 'react';
import type { en } from './messages/en/index.js';

export type CommandId = keyof typeof en.shell.command;

const handlers = new Map<CommandId, () => void>();
/** Asked for while its screen was not there yet. */
let waiting: CommandId | null = null;

export const runCommand = (id: CommandId): void => {
  const handler = handlers.get(id);
  if (handler) handler();
  else waiting = id;
};

/** What a command does while this component is on the screen. */
export const useCommand = (id: CommandId, handler: () => void): void => {
  useEffect(() => {
    handlers.set(id, handler);
    if (waiting === id) {
      waiting = null;
      handler();
    }
    return () => {
      if (handlers.get(id) === handler) handlers.delete(id);
    };
  }, [id, handler]);
};

/** Key, as `KeyboardEvent.key` and modifiers write it, and as people read it. */
export const shortcuts = [
  { id: 'new-call', key: 'n', modifier: 'Control', label: 'Ctrl+N' },
  { id: 'end-call', key: 'e', modifier: 'Control', label: 'Ctrl+E' },
  { id: 'lock', key: 'l', modifier: 'Control', label: 'Ctrl+L' },
  { id: 'palette', key: 'k', modifier: 'Control', label: 'Ctrl+K' },
  { id: 'desk', key: '1', modifier: 'Alt', label: 'Alt+1' },
  { id: 'audit', key: '2', modifier: 'Alt', label: 'Alt+2' },
  { id: 'settings', key: '3', modifier: 'Alt', label: 'Alt+3' },
  { id: 'watch', key: '4', modifier: 'Alt', label: 'Alt+4' },
  { id: 'requests', key: '5', modifier: 'Alt', label: 'Alt+5' },
  { id: 'shortcuts', key: 'F1', modifier: null, label: 'F1' },
] as const satisfies readonly { id: CommandId; key: string; modifier: 'Control' | 'Alt' | null; label: string }[];

/** Those shown by name as well as by key. */
export const drillCommands = ['drill', 'drill-end'] as const satisfies readonly CommandId[];
export const callerCommands = ['caller-fi', 'caller-sv', 'caller-en'] as const satisfies readonly CommandId[];

export const labelOf = (id: CommandId): string | null =>
  shortcuts.find((shortcut) => shortcut.id === id)?.label ?? null;
