import { Activity, Suspense } from 'react';
import type { DeskState } from '../../shared/desk-state.js';
import { CallWord } from './call-word.js';
import { PolicyProblems } from './policy-problems.js';
import type { ScreenId, Screens } from './screens.js';

const Desk = ({ screens, state }: { readonly screens: Screens; readonly state: DeskState }) => {
  if (!state.policy.ok) return <PolicyProblems problems={state.policy.problems} />;
  if (!state.session) return <screens.signIn />;
  return (
    <div className="stage-desk">
      <CallWord />
      <screens.desk />
    </div>
  );
};

interface StageProps {
  readonly screens: Screens;
  readonly screen: ScreenId;
  readonly state: DeskState;
}

/** The desk stays as it was while another screen is looked at: nothing typed is lost. */
export const Stage = ({ screens, screen, state }: StageProps) => (
  <div className="stage">
    <Activity mode={screen === 'desk' ? 'visible' : 'hidden'}>
      <Suspense fallback={null}>
        <Desk screens={screens} state={state} />
      </Suspense>
    </Activity>
    <Suspense fallback={null}>
      {screen === 'audit' && <screens.audit />}
      {screen === 'requests' && <screens.requests />}
      {screen === 'settings' && <screens.settings />}
      {screen === 'watch' && <screens.watch />}
    </Suspense>
  </div>
);
