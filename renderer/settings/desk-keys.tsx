import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { useDeskState } from '../use-desk-state.js';
import { DeskKeySection } from './desk-key.js';

const RegistryKey = ({ kept }: { readonly kept: boolean }) => {
  const { t } = useWords();
  const words = {
    title: t('registryKey.title'),
    about: t('registryKey.about'),
    label: t('registryKey.label'),
    removeAbout: t('registryKey.removeAbout'),
  };
  return (
    <DeskKeySection
      {...{ name: 'registry', kept, words }}
      onKeep={(key) => api.keepRegistryKey({ key })}
      onForget={() => api.forgetRegistryKey()}
    />
  );
};

/** The desk's own keys, those that the policy has need of. */
export const DeskKeys = () => {
  const { t } = useWords();
  const { registryKey, gatewayKeys } = useDeskState();
  return (
    <>
      {registryKey !== 'not-needed' && <RegistryKey kept={registryKey === 'kept'} />}
      {gatewayKeys.map(({ name, kept }) => (
        <DeskKeySection
          key={name}
          {...{ name, kept }}
          words={{
            title: t(`gatewayKey.title.${name}`),
            about: t(`gatewayKey.about.${name}`),
            label: t(`gatewayKey.label.${name}`),
            removeAbout: t('gatewayKey.removeAbout'),
          }}
          onKeep={(key) => api.keepGatewayKey({ name, key })}
          onForget={() => api.forgetGatewayKey({ name })}
        />
      ))}
    </>
  );
};
