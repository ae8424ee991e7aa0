import { api } from './desk-api.js';
import { KeptKeyForm } from './kept-key-form.js';
import { useWords } from './messages/use-words.js';
import { useDeskOperation } from './use-desk-state.js';

/** What opens the directory. */
export const RegistryKeyForm = ({ focused = false }: { readonly focused?: boolean }) => {
  const { t } = useWords();
  const keep = useDeskOperation((key: string) => api.keepRegistryKey({ key }));
  const words = {
    about: t('registryKey.about'),
    label: t('registryKey.label'),
    hint: t('registryKey.hint'),
    own: t('registryKey.own'),
    go: t('registryKey.go'),
    going: t('registryKey.going'),
  };
  return <KeptKeyForm words={words} operation={keep} focused={focused} />;
};
