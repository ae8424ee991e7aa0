import { useEffect, useEffectEvent, useState } from 'react';
import type { LinkEvent } from '../../shared/desk-state.js';
import { api } from '../desk-api.js';
import { forgetLink, offerLink } from '../offered-link.js';

export type Ignored = Extract<LinkEvent, { kind: 'link-ignored' }>['why'];

/** Hands a link's values to the form of a new call; answers why the last link was ignored, until that is dismissed. */
export const useLinks = (hasPolicy: boolean, hasSession: boolean, showDesk: () => void) => {
  const [ignored, setIgnored] = useState<Ignored | null>(null);
  const take = useEffectEvent((event: LinkEvent) => {
    setIgnored(event.kind === 'link-ignored' ? event.why : null);
    if (event.kind !== 'new-call') return;
    offerLink(event);
    showDesk();
  });
  useEffect(() => {
    if (!hasPolicy) return;
    const ask = (): void =>
      void api.waitingLink().then(
        ({ event }) => {
          if (!event) return;
          take(event);
          ask(); // there may be more than one word to say
        },
        () => undefined, // it waits in main until it can be put on record
      );
    const stop = api.onEvent((event) => {
      if (event.kind === 'link') ask();
    });
    ask();
    return stop;
  }, [hasPolicy]);
  useEffect(() => {
    if (!hasSession) forgetLink();
  }, [hasSession]);
  return [ignored, () => setIgnored(null)] as const;
};
