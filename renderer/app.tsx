import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { DeskPage } from './desk/page.js';
import { LockPage } from './lock/page.js';
import { usePreferences } from './preferences.js';
import { Opening } from './shell/opening.js';
import { Shell } from './shell/shell.js';
import { SignInPage } from './sign-in/page.js';
import { useDeskEvents, useDeskState } from './use-desk-state.js';

const screens = {
  desk: DeskPage,
  signIn: SignInPage,
  audit: lazy(async () => ({ default: (await import('./audit/page.js')).AuditPage })),
  requests: lazy(async () => ({ default: (await import('./requests/page.js')).RequestsPage })),
  watch: lazy(async () => ({ default: (await import('./watch/page.js')).WatchPage })),
  settings: lazy(async () => ({ default: (await import('./settings/page.js')).SettingsPage })),
};

/** A locked desk shows its lock and nothing else. */
const Desk = () => {
  useDeskEvents();
  const { lock } = useDeskState();
  return lock ? <LockPage lock={lock} /> : <Shell {...screens} />;
};

export const App = ({ client }: { readonly client: QueryClient }) => {
  usePreferences();
  return (
    <QueryClientProvider client={client}>
      <Opening>
        <Desk />
      </Opening>
    </QueryClientProvider>
  );
};
