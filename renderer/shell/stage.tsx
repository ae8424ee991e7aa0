import { Activity, Suspense, useEffect, useRef } from 'react';
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

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

/** Where another screen has come, the keys go to it: to what took the focus as it came, else to its heading. */
const useFocusOnScreen = (screen: ScreenId) => {
  const stage = useRef<HTMLDivElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const { activeElement: focused, body } = document;
    if (focused && focused !== body && isSeen(focused)) return;
    const heading = [...(stage.current?.querySelectorAll('h1') ?? [])].find(isSeen);
    if (heading) heading.tabIndex = -1;
    heading?.focus();
  }, [screen]);
  return stage;
};

/** The desk stays as it was while another screen is looked at: nothing typed is lost. */
export const Stage = ({ screens, screen, state }: StageProps) => (
  <div ref={useFocusOnScreen(screen)} className="stage">
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
