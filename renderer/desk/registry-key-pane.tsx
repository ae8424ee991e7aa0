import { useWords } from '../messages/use-words.js';
import { RegistryKeyForm } from '../registry-key-form.js';

/** Before the first call of a desk that nobody has given its key. */
export const RegistryKeyPane = () => {
  const { t } = useWords();
  return (
    <div className="registry-key-pane">
      <h1>{t('registryKey.title')}</h1>
      <RegistryKeyForm focused />
    </div>
  );
};
