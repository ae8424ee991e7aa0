import { shortcuts } from '../commands.js';
import { useIsOffered } from '../use-is-offered.js';
import { useWords } from './use-words.js';

/** Every key of the desk and what it does, in the order one learns them. */
export const useShortcutRows = (): readonly { readonly keys: string; readonly text: string }[] => {
  const { t } = useWords();
  const isOffered = useIsOffered();
  return [
    { keys: 'Enter', text: t('shell.key.enter') },
    { keys: 'Esc', text: t('shell.key.escape') },
    { keys: '1 – 9', text: t('shell.key.digits') },
    ...shortcuts
      .filter(({ id }) => isOffered(id))
      .map(({ id, label }) => ({ keys: label, text: t(`shell.command.${id}`) })),
  ];
};
