import type { DeskState } from '../../shared/desk-state.js';
import { api } from '../desk-api.js';
import { isKnownRole } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation } from '../use-desk-state.js';
import { Facts } from '../ui/facts.js';
import { Asking } from './asking.js';

interface SessionProps {
  readonly session: NonNullable<DeskState['session']>;
  readonly callOpen: boolean;
  /** Whether the session is one with the organisation's provider. */
  readonly inBrowser: boolean;
}

export const Session = ({ session, callOpen, inBrowser }: SessionProps) => {
  const { t } = useWords();
  const signOut = useDeskOperation<void>(() => api.signOut());
  const roles = session.roles.map((role) => (isKnownRole(role) ? t(`terms.role.${role}`) : role));
  return (
    <>
      <Facts
        rows={[
          { name: t('settings.signedIn'), value: session.agent },
          { name: t('settings.roles'), value: roles.join(', ') },
        ]}
      />
      <Asking
        action={t('settings.signOut')}
        title={t('settings.signOutAsk')}
        about={t(inBrowser ? 'settings.signOutBrowser' : 'settings.signOutAbout')}
        operation={signOut}
        whyNot={callOpen ? t('settings.signOutCall') : null}
      />
    </>
  );
};
