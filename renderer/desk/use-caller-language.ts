import { useCallback, useState } from 'react';
import { useCommand } from '../commands.js';
import type { Language } from '../messages/languages.js';

/** The language of this one call, also by command. */
export const useCallerLanguage = (first: Language) => {
  const [language, setLanguage] = useState(first);
  useCommand(
    'caller-fi',
    useCallback(() => setLanguage('fi'), []),
  );
  useCommand(
    'caller-sv',
    useCallback(() => setLanguage('sv'), []),
  );
  useCommand(
    'caller-en',
    useCallback(() => setLanguage('en'), []),
  );
  return [language, setLanguage] as const;
};
