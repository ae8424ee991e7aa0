import { api } from '../desk-api.js';
import { KeptKeyForm } from '../kept-key-form.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation } from '../use-desk-state.js';

/** Before the first call of a desk that nobody has given its key. */
export const RegistryKeyPane = () => {
  const { t } = useWords();
  const keep = useDeskOperation((key: string) => api.keepRegistryKey({ key }));
  return (
    <div className="registry-key-pane">
      <h1>{t('registryKey.title')}</h1>
      <KeptKeyForm words={{ about: t('registryKey.about'), label: t('registryKey.label') }} operation={keep} focused />
    </div>
  );
};
