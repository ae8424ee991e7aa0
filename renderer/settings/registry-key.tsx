import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { RegistryKeyForm } from '../registry-key-form.js';
import { useDeskOperation } from '../use-desk-state.js';
import { Asking } from './asking.js';

const Kept = () => {
  const { t } = useWords();
  const forget = useDeskOperation<void>(() => api.forgetRegistryKey());
  return (
    <>
      <p>{t('registryKey.kept')}</p>
      <p className="muted">{t('registryKey.own')}</p>
      <Asking
        action={t('registryKey.remove')}
        title={t('registryKey.removeAsk')}
        about={t('registryKey.removeAbout')}
        operation={forget}
      />
    </>
  );
};

/** The desk's own key of the registry: whether it is there, and the way to enter or remove it. */
export const RegistryKey = ({ state }: { readonly state: 'missing' | 'kept' }) =>
  state === 'kept' ? <Kept /> : <RegistryKeyForm />;
