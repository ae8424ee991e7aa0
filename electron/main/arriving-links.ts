import type { App } from 'electron';

type Take = (link: string) => void;

/** SECURITY: what another process says of itself is taken for anything at all. */
const linkIn = (told: unknown): string | null =>
  typeof told === 'object' && told !== null && 'link' in told && typeof told.link === 'string' ? told.link : null;

/**
 * Links as each system hands them over: on the command line of the first instance, told by a second one, or by an event on macOS. They
 * wait until somebody takes them. Nothing registers the desk for the scheme at run time: the installer does.
 */
export const arrivingLinks = (app: App, first: string | null): { deliverTo(next: Take): void } => {
  const waiting = first === null ? [] : [first];
  let take: Take = (link) => void waiting.push(link);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const link = linkIn(told);
    if (link !== null) take(link);
  });
  return {
    deliverTo: (next) => {
      take = next;
      waiting.forEach(next);
    },
  };
};
