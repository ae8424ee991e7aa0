import './file-request.css';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { CallView } from '../../shared/call-view.js';
import type { RequestOf } from '../../shared/contract.js';
import {
  endEvidence,
  legalBases,
  misuseMatters,
  privacyMatters,
  type RequestKind,
  type RequestMatter,
} from '../../shared/request.js';
import type { Field as FieldName } from '../../shared/subject.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { Failed } from './failed.js';
import { HandingOver } from './handing-over.js';
import { useCallStep } from './use-call-step.js';

/** The first one stands there at first. */
const matters = {
  'privacy-request': privacyMatters,
  'end-of-use': endEvidence,
  block: misuseMatters,
  disclose: legalBases,
} as const satisfies Record<RequestKind, readonly RequestMatter[]>;

interface FileRequestProps {
  readonly kind: RequestKind;
  readonly call: CallView;
}

const Kept = ({ due }: { readonly due: string | null }) => {
  const { t, day } = useWords();
  const title = due === null ? t('requests.file.kept') : t('requests.file.keptDue', { day: day(due) });
  return <Notice tone="verified" title={title} />;
};

/** What the call leaves behind for others to see to; what is typed stays until main has kept it. */
export const FileRequest = ({ kind, call: { filed, handable } }: FileRequestProps) => {
  const { t } = useWords();
  const [matter, setMatter] = useState<RequestMatter>(matters[kind][0]);
  const [words, setWords] = useState('');
  const [recipient, setRecipient] = useState('');
  const [basis, setBasis] = useState('');
  const [fields, setFields] = useState<readonly FieldName[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const file = useCallStep(api.fileRequest);
  // It is what the next key is for, Enter too.
  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const handing = kind === 'disclose' ? { recipient, basis, fields } : {};
    // Main takes only the matters of this kind, and they are the only ones offered.
    const request = { kind, matter, words, ...handing } as RequestOf<'fileRequest'>;
    if (!file.isPending) file.mutate(request, { onSuccess: () => heading.current?.focus() });
  };
  return (
    <section className="file-request" aria-labelledby="file-request">
      <h2 ref={heading} id="file-request" tabIndex={-1}>
        {t(`requests.file.title.${kind}`)}
      </h2>
      {filed ? (
        <Kept due={filed.due} />
      ) : (
        <form ref={form} className="form" onSubmit={onSubmit} noValidate>
          <p className="muted">{t(`requests.file.about.${kind}`)}</p>
          <Select
            label={t(`requests.file.matter.${kind}`)}
            value={matter}
            options={matters[kind].map((value) => ({ value, text: t(`requests.matter.${value}`) }))}
            onChange={setMatter}
          />
          {kind === 'disclose' && (
            <HandingOver
              {...{ recipient, basis, fields, handable }}
              onRecipient={setRecipient}
              onBasis={setBasis}
              onFields={setFields}
            />
          )}
          <Field
            label={t('requests.file.words')}
            hint={t('requests.file.wordsHint')}
            value={words}
            onChange={setWords}
          />
          <div className="actions">
            <Button kind="primary" submits busy={file.isPending} hint="Enter">
              {t('requests.file.go')}
            </Button>
          </div>
          <Failed error={file.error} />
        </form>
      )}
    </section>
  );
};
