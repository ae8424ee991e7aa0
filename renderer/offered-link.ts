import { useEffect, useEffectEvent } from 'react';
import type { LinkEvent } from '../shared/desk-state.js';

type CallLink = Omit<Extract<LinkEvent, { kind: 'new-call' }>, 'kind'>;

let take: ((link: CallLink) => void) | null = null;
/** Clicked while the form was not there: it may be behind a receipt or another screen. */
let waiting: CallLink | null = null;

export const offerLink = (link: CallLink): void => {
  if (take) take(link);
  else waiting = link;
};

/** With the session goes what was meant for it. */
export const forgetLink = (): void => void (waiting = null);

/** What the form of a new call does with a link. */
export const useOfferedLink = (onLink: (link: CallLink) => void): void => {
  const act = useEffectEvent(onLink);
  useEffect(() => {
    const mine = (link: CallLink) => act(link);
    take = mine;
    if (waiting) mine(waiting);
    waiting = null;
    return () => {
      if (take === mine) take = null;
    };
  }, []);
};
