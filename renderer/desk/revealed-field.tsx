import type { AnswerOf } from '../../shared/contract.js';
import type { Field } from '../../shared/subject.js';
import { formatLeft } from '../messages/format.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { useNow } from '../use-now.js';

interface RevealedFieldProps {
  readonly field: Field;
  readonly masked: boolean;
  readonly digit: number;
  readonly revealed: AnswerOf<'revealField'> | undefined;
  readonly clearsAt: string | null;
  readonly onPress: () => void;
}

const Countdown = ({ hidesAt, clearsAt }: { readonly hidesAt: string; readonly clearsAt: string | null }) => {
  const { t } = useWords();
  const now = useNow();
  const clears = clearsAt === null ? 0 : Math.ceil((Date.parse(clearsAt) - now) / 1000);
  return (
    <span className="muted reveal-left">
      {clears > 0
        ? t('steps.verified.copied', { count: clears })
        : t('steps.verified.hides', { time: formatLeft(Date.parse(hidesAt) - now) })}
    </span>
  );
};

/** One field: hidden, or large for as long as the policy allows. The same button shows it and then copies it. */
export const RevealedField = ({ field, masked, digit, revealed, clearsAt, onPress }: RevealedFieldProps) => {
  const { t } = useWords();
  const name = t(`terms.field.${field}`);
  return (
    <li className="reveal">
      <span className="label">
        {name}
        {masked && ` (${t('steps.verified.masked')})`}
      </span>
      <output className="mono reveal-value" aria-label={name}>
        {revealed ? revealed.value : <span className="reveal-hidden">{t('steps.verified.hidden')}</span>}
      </output>
      {revealed && <Countdown hidesAt={revealed.hidesAt} clearsAt={clearsAt} />}
      <Button
        hint={digit}
        label={t(revealed ? 'steps.verified.copy' : 'steps.verified.show', { field: name })}
        onPress={onPress}
      >
        {t(revealed ? 'steps.verified.copyShort' : 'steps.verified.showShort')}
      </Button>
    </li>
  );
};
