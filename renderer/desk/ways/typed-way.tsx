import './ways.css';
import { sentCodes, type CallView, type FactorView } from '../../../shared/call-view.js';
import type { Language } from '../../messages/languages.js';
import { Attestation } from './attestation.js';
import { CodeByMessage } from './code-by-message.js';
import { OneTimePassword } from './one-time-password.js';

interface TypedWayProps {
  readonly call: CallView;
  readonly language: Language;
  readonly way: FactorView;
}

/** A way to prove in which the agent types what the caller says, or attests what was seen. */
export const TypedWay = ({ call, language, way }: TypedWayProps) => {
  const factor = sentCodes.find((each) => each === way.id);
  if (factor) return <CodeByMessage factor={factor} call={call} language={language} way={way} />;
  return way.id === 'totp' ? <OneTimePassword call={call} /> : <Attestation call={call} way={way} />;
};
