import './shell.css';
import { lazy, startTransition, Suspense, useCallback, useEffect, useState } from 'react';
import { api } from '../desk-api.js';
import { runCommand, type CommandId } from '../commands.js';
import { savedInSettings } from '../key-saved.js';
import { useWords } from '../messages/use-words.js';
import { useDeskState } from '../use-desk-state.js';
import { useIsOffered } from '../use-is-offered.js';
import { DemoStrip } from './demo-strip.js';
import { DrillStrip } from './drill-strip.js';
import { LinkIgnored } from './link-ignored.js';
import { Rail } from './rail.js';
import { screenIds, type ScreenId, type Screens } from './screens.js';
import { StatusBar } from './status-bar.js';
import { Stage } from './stage.js';
import { useLinks } from './use-links.js';
import { useOverlay } from './use-overlay.js';
import { useShortcuts } from './use-shortcuts.js';

const Overlays = lazy(async () => ({ default: (await import('./overlays.js')).Overlays }));

const warmUp = () => void import('./overlays.js');

const isScreen = (id: CommandId): id is ScreenId => screenIds.some((each) => each === id);

/** The frame around every screen: rail, demo strip, status, commands. */
export const Shell = (screens: Screens) => {
  const { t } = useWords();
  const state = useDeskState();
  const [screen, showScreen] = useState<ScreenId>(() => (savedInSettings.isAny() ? 'settings' : 'desk'));
  const isOffered = useIsOffered();
  const [overlay, setOverlay] = useOverlay();
  // What is here stays until the next is ready: nothing flashes.
  const setScreen = useCallback((next: ScreenId) => startTransition(() => showScreen(next)), []);
  const demo = state.policy.ok && state.policy.view.demo;
  const drilling = state.drill !== null;

  const signedIn = state.session !== null;
  /** Main blanks the page; there is nothing to wait for. */
  const lockDesk = useCallback(() => void (signedIn && api.lockDesk()), [signedIn]);

  const run = useCallback(
    (id: CommandId) => {
      setOverlay(null);
      if (!isOffered(id)) return;
      if (id === 'palette' || id === 'shortcuts') setOverlay(id);
      else if (id === 'lock') lockDesk();
      else if (isScreen(id)) setScreen(id);
      else {
        setScreen('desk');
        runCommand(id);
      }
    },
    [isOffered, lockDesk, setOverlay, setScreen],
  );

  useShortcuts(run);
  const [ignored, dismiss] = useLinks(state.policy.ok, state.session !== null, () => setScreen('desk'));
  useEffect(() => {
    const badge = drilling ? t('drill.badge') : demo && t('demo.badge');
    document.title = badge ? `Tunniste – ${badge}` : 'Tunniste';
  }, [demo, drilling, t]);
  useEffect(() => {
    const idle = requestIdleCallback(warmUp, { timeout: 5000 });
    return () => cancelIdleCallback(idle);
  }, []);

  return (
    <div className={drilling ? 'shell shell-drill' : 'shell'}>
      {drilling && <DrillStrip onRun={run} />}
      {demo && !drilling && <DemoStrip />}
      <Rail screen={screen} onGo={setScreen} />
      <Stage screens={screens} screen={screen} state={state} />
      <StatusBar state={state} onRun={run} />
      {ignored && <LinkIgnored why={ignored} onClose={dismiss} />}
      <Suspense fallback={null}>
        {overlay && <Overlays overlay={overlay} onRun={run} onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  );
};
