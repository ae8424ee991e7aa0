import { PhoneCall, PhoneMissed, PhoneOff } from 'lucide-react';
import { useRef, useState, type ClipboardEvent } from 'react';
import { callBackResults, type CallView, type DialledNumber, type FactorView } from '../../shared/call-view.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Failed } from './failed.js';
import { useCallStep } from './use-call-step.js';
import { useStartCallBack } from './use-start-call-back.js';

const icons = {
  reached: <PhoneCall aria-hidden="true" size={18} />,
  'not-reached': <PhoneMissed aria-hidden="true" size={18} />,
  refused: <PhoneOff aria-hidden="true" size={18} />,
} as const;

const Start = ({ busy, onStart }: { readonly busy: boolean; readonly onStart: () => void }) => {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  return (
    <Button ref={button} kind="primary" busy={busy} hint="Enter" onPress={onStart}>
      {t('steps.prove.start')}
    </Button>
  );
};

/** Its groups stand apart only to the eye: what is read aloud or copied is the number. */
const Dial = ({ number: { e164, groups } }: { readonly number: DialledNumber }) => {
  const { t } = useWords();
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', e164);
    event.preventDefault();
  };
  return (
    <p className="dial">
      <span className="label">{t('steps.prove.dial')}</span>
      <output className="mono dial-number" onCopy={onCopy}>
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </output>
    </p>
  );
};

/** Hang up, dial the number on file, tick what came of it. The number is here only while it is dialled. */
export const CallBack = ({ state, dial }: Pick<FactorView, 'state'> & Pick<CallView, 'dial'>) => {
  const { t } = useWords();
  const [number, setNumber] = useState<DialledNumber | null>(null);
  const start = useStartCallBack(setNumber);
  const finish = useCallStep(api.finishCallBack);
  const failed = <Failed error={start.error ?? finish.error} />;
  if (state !== 'started') {
    return (
      <div className="call-back">
        <div className="actions">
          <Start busy={start.isPending} onStart={() => start.mutate()} />
        </div>
        {failed}
      </div>
    );
  }
  const options = callBackResults.map((value) => ({ value, text: t(`terms.callBack.${value}`), icon: icons[value] }));
  return (
    <div className="call-back">
      {dial === 'softphone' && <p className="dial">{t('steps.prove.softphone')}</p>}
      {dial === 'show' && number !== null && <Dial number={number} />}
      {dial === 'show' && number === null && (
        <div className="actions">
          <Button busy={start.isPending} onPress={() => start.mutate()}>
            {t('steps.prove.again')}
          </Button>
        </div>
      )}
      <h2>{t('steps.prove.result')}</h2>
      <Choices
        label={t('steps.prove.result')}
        options={options}
        busy={finish.isPending}
        onChoose={(result) => finish.mutate({ result }, { onSuccess: () => setNumber(null) })}
      />
      {failed}
    </div>
  );
};
