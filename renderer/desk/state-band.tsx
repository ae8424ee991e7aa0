import './state-band.css';
import { Headset, OctagonX, Shield, ShieldAlert, ShieldCheck, UserLock, UserX } from 'lucide-react';
import type { CallView } from '../../shared/call-view.js';
import { formatLeft } from '../messages/format.js';
import { useWords } from '../messages/use-words.js';
import { useNow } from '../use-now.js';
import { stateOf, type CallState } from './state-of-call.js';
import { usePurposeWords } from './use-purpose-words.js';

/** Each state has a shape, a word and a colour of its own. */
const shapes = {
  idle: Headset,
  notVerified: Shield,
  verified: ShieldCheck,
  bypassed: ShieldAlert,
  locked: OctagonX,
  ended: UserX,
  restricted: UserLock,
} as const satisfies Record<CallState, unknown>;

const Countdown = ({ until }: { readonly until: string }) => {
  const { t } = useWords();
  const now = useNow();
  return <span className="band-left mono">{t('call.left', { time: formatLeft(Date.parse(until) - now) })}</span>;
};

const About = ({ call, state }: { readonly call: CallView | null; readonly state: CallState }) => {
  const { t, clock } = useWords();
  const purpose = usePurposeWords();
  if ((state === 'verified' || state === 'bypassed') && call?.verifiedUntil) {
    return (
      <>
        {state === 'bypassed' && <p>{t('proof.bypass.bandAbout')}</p>}
        <p>{t('call.verifiedFor', { purpose: purpose.name(call.purpose) })}</p>
        <Countdown until={call.verifiedUntil} />
      </>
    );
  }
  if (state === 'verified' || state === 'bypassed') return null;
  const until = call?.lockedUntil ? ` (${t('call.lockedUntil', { time: clock(call.lockedUntil) })})` : '';
  return (
    <p>
      {t(`call.${state}About`)}
      {until}
    </p>
  );
};

/** The state of the call, to be read from two metres away. */
export const StateBand = ({ call }: { readonly call: CallView | null }) => {
  const { t } = useWords();
  const state = stateOf(call);
  const Shape = shapes[state];
  return (
    <section className={`band band-${state}`} aria-label={t('call.state')}>
      <Shape aria-hidden="true" size={40} strokeWidth={2} />
      <div>
        <strong>{state === 'bypassed' ? t('proof.bypass.band') : t(`call.${state}`)}</strong>
        <About call={call} state={state} />
      </div>
    </section>
  );
};
