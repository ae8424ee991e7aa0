import type { GatewayName } from '../../shared/gateway.js';
import { api } from '../desk-api.js';
import { KeptKeyForm } from '../kept-key-form.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation, useDeskState } from '../use-desk-state.js';
import { Asking } from './asking.js';

interface GatewayProps {
  readonly name: GatewayName;
}

const Kept = ({ name }: GatewayProps) => {
  const { t } = useWords();
  const forget = useDeskOperation<void>(() => api.forgetGatewayKey({ name }));
  return (
    <>
      <p>{t('gatewayKey.kept')}</p>
      <p className="muted">{t('gatewayKey.own')}</p>
      <Asking
        action={t('gatewayKey.remove')}
        title={t('gatewayKey.removeAsk')}
        about={t('gatewayKey.removeAbout')}
        operation={forget}
      />
    </>
  );
};

const Missing = ({ name }: GatewayProps) => {
  const { t } = useWords();
  const keep = useDeskOperation((key: string) => api.keepGatewayKey({ name, key }));
  const words = {
    about: t(`gatewayKey.about.${name}`),
    label: t(`gatewayKey.label.${name}`),
    hint: t('gatewayKey.hint'),
    own: t('gatewayKey.own'),
    go: t('gatewayKey.go'),
    going: t('gatewayKey.going'),
  };
  return <KeptKeyForm words={words} operation={keep} />;
};

/** The desk's own keys of the gateways: whether each is there, and the way to enter or remove it. */
export const GatewayKeys = () => {
  const { t } = useWords();
  const { gatewayKeys } = useDeskState();
  return gatewayKeys.map(({ name, kept }) => (
    <section key={name} aria-label={t(`gatewayKey.title.${name}`)}>
      <h2>{t(`gatewayKey.title.${name}`)}</h2>
      {kept ? <Kept name={name} /> : <Missing name={name} />}
    </section>
  ));
};
