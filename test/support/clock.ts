import type { ElectronApplication } from '@playwright/test';

/** Puts main's clock forward, as a computer that slept finds it; its timers go on from where they were. */
export const passTime = (electron: ElectronApplication, minutes: number): Promise<void> =>
  electron.evaluate((_electron, milliseconds) => {
    const Before = Date;
    class Later extends Before {
      static override now = (): number => Before.now() + milliseconds;
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [Later.now()] : given) as [number]));
      }
    }
    globalThis.Date = Later as DateConstructor;
  }, minutes * 60_000);

/** Done when the desk, while it is not locked, has looked whether anybody is there and whether the session's time is over. */
export const looked = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(
    ({ powerMonitor }) =>
      new Promise<void>((resolve) => {
        const { getSystemIdleTime } = powerMonitor;
        Object.assign(powerMonitor, {
          getSystemIdleTime: () => {
            Object.assign(powerMonitor, { getSystemIdleTime });
            resolve();
            return 0;
          },
        });
      }),
  );
