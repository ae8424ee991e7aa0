import './verified.css';
import { useRef, useState } from 'react';
import type { Receipt } from '../../shared/call-view.js';
import type { Language } from '../messages/languages.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { LanguageChoice } from './language-choice.js';
import { receiptText } from './receipt-text.js';
import { StepFrame } from './step-frame.js';

interface ReceiptPaneProps {
  readonly receipt: Receipt;
  readonly callerLanguage: Language;
  readonly onNew: () => void;
}

export const ReceiptPane = ({ receipt, callerLanguage, onNew }: ReceiptPaneProps) => {
  const { t, language } = useWords();
  const [written, setWritten] = useState(language);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button);
  const text = receiptText(written, receipt);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <StepFrame title={t('steps.receipt.title')} about={t('steps.receipt.about')} language={callerLanguage} say="close">
      <LanguageChoice label={t('steps.receipt.language')} value={written} onChange={setWritten} />
      <pre className="receipt mono" lang={written} aria-label={t('steps.receipt.text')} role="region" tabIndex={0}>
        {text}
      </pre>
      <div className="actions">
        <Button ref={button} kind="primary" onPress={copy} hint="Enter">
          {t('steps.receipt.copy')}
        </Button>
        <Button onPress={onNew} hint="Ctrl+N">
          {t('steps.receipt.next')}
        </Button>
        <span className="copied" role="status">
          {copied === 'yes' && t('steps.receipt.copied')}
        </span>
      </div>
      {copied === 'no' && <Notice tone="failure" urgent title={t('steps.receipt.copyFailed')} />}
    </StepFrame>
  );
};
