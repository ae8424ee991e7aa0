import { useEffect } from 'react';
import { shortcuts, type CommandId } from '../commands.js';

const matches = (event: KeyboardEvent, { key, modifier }: (typeof shortcuts)[number]): boolean =>
  event.key.toLowerCase() === key.toLowerCase() &&
  (event.ctrlKey || event.metaKey) === (modifier === 'Control') &&
  event.altKey === (modifier === 'Alt') &&
  !event.shiftKey;

export const useShortcuts = (run: (id: CommandId) => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcuts.find((each) => matches(event, each));
      if (!shortcut) return;
      event.preventDefault();
      run(shortcut.id);
    };
    // Before anything that has the focus: a list or a field must not swallow them.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [run]);
};
