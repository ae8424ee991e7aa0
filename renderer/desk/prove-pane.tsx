import './prove.css';
import { lazy, Suspense, useRef, useState } from 'react';
import type { CallView, FactorId, FactorView } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { Notice } from '../ui/notice.js';
import { useEscape } from '../ui/use-escape.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Bypass } from './bypass.js';
import { CallBack } from './call-back.js';
import { FactorList } from './factor-list.js';
import { NextSteps } from './next-steps.js';
import type { SayKey } from './say.js';
import { SecondAgent } from './second-agent.js';
import { StepFrame } from './step-frame.js';

/** What the agent types or attests is needed only once a caller is being proved that way. */
const TypedWay = lazy(async () => ({ default: (await import('./ways/typed-way.js')).TypedWay }));

interface ProvePaneProps {
  readonly call: CallView;
  readonly language: Language;
  readonly onClose: () => void;
}

const CannotProve = ({ onClose }: Pick<ProvePaneProps, 'onClose'>) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <Notice tone="stop" title={t('steps.prove.cannot')} lines={[t('steps.prove.cannotNext')]}>
      <Button ref={button} onPress={onClose} hint="Ctrl+E">
        {t('call.close')}
      </Button>
    </Notice>
  );
};

const isOpen = ({ id, state }: FactorView): boolean => id !== 'facts' && state !== 'missing' && state !== 'done';

/** The one that is under way, or the call-back, or the only one there is; else the agent chooses. */
const firstWay = (open: readonly FactorView[]): FactorId | null =>
  (
    open.find(({ state }) => state === 'started') ??
    open.find(({ id }) => id === 'call-back') ??
    (open.length === 1 ? open[0] : undefined)
  )?.id ?? null;

/** What to say before and while a way is under way. */
const sayings: Readonly<Partial<Record<FactorId, readonly [before: SayKey, during: SayKey]>>> = {
  'call-back': ['prove', 'calling'],
  'sms-code': ['choose', 'code'],
  'email-code': ['choose', 'code'],
  approval: ['choose', 'approval'],
  totp: ['totp', 'totp'],
  'in-person': ['seePerson', 'seePerson'],
};

const sayOf = (way: FactorView | undefined, possible: boolean): SayKey => {
  if (!possible) return 'stop';
  const [before, during] = (way && sayings[way.id]) ?? ['choose', 'choose'];
  return way?.state === 'started' ? during : before;
};

interface WayProps extends Pick<ProvePaneProps, 'call' | 'language'> {
  readonly way: FactorView;
}

const Way = ({ call, language, way }: WayProps) => {
  if (way.id === 'call-back') return <CallBack state={way.state} dial={call.dial} />;
  if (way.id === 'second-agent') return <SecondAgent state={way.state} first />;
  return (
    <Suspense fallback={null}>
      <TypedWay call={call} language={language} way={way} />
    </Suspense>
  );
};

export const ProvePane = ({ call, language, onClose }: ProvePaneProps) => {
  const { t } = useWords();
  const open = call.factors.filter(isOpen);
  const [chosen, setChosen] = useState<FactorId | null>(() => firstWay(open));
  const way = open.find(({ id }) => id === chosen) ?? (open.length === 1 ? open[0] : undefined);
  const others = open.length > 1 && way !== undefined;
  const choosing = !way && open.length > 0;
  useEscape(() => {
    if (others) setChosen(null);
  });
  const next = (
    <NextSteps
      next={call.next.filter((step) => step.do !== 'factor' || !(choosing || step.factor === way?.id))}
      onFactor={setChosen}
    />
  );
  return (
    <StepFrame
      title={t('steps.prove.title')}
      {...(way?.id === 'call-back' && { about: t('steps.prove.about') })}
      language={language}
      say={sayOf(way, open.length > 0)}
    >
      {way && <Way key={way.id} call={call} language={language} way={way} />}
      {choosing && (
        <div className="call-back">
          <h2>{t('ways.ways')}</h2>
          <Choices
            label={t('ways.ways')}
            options={open.map(({ id, strength }) => ({
              value: id,
              text: t(`terms.factor.${id}`),
              about: t(`terms.strength.${strength}`),
            }))}
            onChoose={setChosen}
          />
        </div>
      )}
      {others && (
        <div className="actions">
          <Button kind="quiet" hint="Esc" onPress={() => setChosen(null)}>
            {t('ways.other')}
          </Button>
        </div>
      )}
      {open.length === 0 && <CannotProve onClose={onClose} />}
      {open.length === 0 && next}
      {/* What can be chosen above is not told twice. */}
      <FactorList factors={choosing ? call.factors.filter(({ state }) => state !== 'waiting') : call.factors} />
      {open.length > 0 && next}
      <Bypass bypass={call.bypass} />
    </StepFrame>
  );
};
