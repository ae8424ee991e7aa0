import type { CallView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { stateOf } from './state-of-call.js';

/** What a screen reader says when the call's state changes; empty while there is no call. */
export const useAnnouncement = (call: CallView | null): string => {
  const { t } = useWords();
  const state = stateOf(call);
  if (state === 'idle') return '';
  if (state === 'verified' || state === 'notVerified') return t(`call.${state}`);
  if (state === 'bypassed') return `${t('proof.bypass.band')}. ${t('proof.bypass.bandAbout')}`;
  return `${t(`call.${state}`)}. ${t(`call.${state}About`)}`;
};
