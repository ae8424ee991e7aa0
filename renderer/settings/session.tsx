import { lazy, Suspense, useState } from 'react';
import type { DeskState } from '../../shared/desk-state.js';
import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { isKnownRole } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import { useDeskOperation } from '../use-desk-state.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';

const SignOutDialog = lazy(async () => ({ default: (await import('./sign-out-dialog.js')).SignOutDialog }));

interface SessionProps {
  readonly session: NonNullable<DeskState['session']>;
  readonly callOpen: boolean;
  readonly inBrowser: boolean;
}

export const Session = ({ session, callOpen, inBrowser }: SessionProps) => {
  const { t, failure } = useWords();
  const [asking, setAsking] = useState(false);
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
      <div className="session-actions">
        <Button disabled={callOpen} onPress={() => setAsking(true)}>
          {t('settings.signOut')}
        </Button>
        {callOpen && <span className="muted">{t('settings.signOutCall')}</span>}
      </div>
      {signOut.error && <Notice tone="failure" urgent {...failure(failureOf(signOut.error))} />}
      {asking && (
        <Suspense fallback={null}>
          <SignOutDialog
            inBrowser={inBrowser}
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              signOut.mutate();
            }}
          />
        </Suspense>
      )}
    </>
  );
};
