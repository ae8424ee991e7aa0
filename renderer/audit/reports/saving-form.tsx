import type { FormEvent, ReactNode } from 'react';
import type { ReportSaved } from '../../../shared/report.js';
import { failureOf } from '../../api.js';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import type { Saving } from './use-report.js';

const Saved = ({ saved: { name, entries } }: { readonly saved: ReportSaved }) => {
  const { t } = useWords();
  if (name === null) return <Notice tone="info" title={t('reports.notSaved')} />;
  return (
    <Notice tone="verified" title={t('reports.saved', { name, count: entries })} lines={[t('reports.savedNext')]} />
  );
};

type Waited = Pick<Saving<never>, 'progress'>;

const Waiting = ({ progress }: Waited) => {
  const { t, number } = useWords();
  if (!progress) return <p role="status">{t('reports.approving')}</p>;
  const { done, of } = progress;
  return (
    <p className="report-progress">
      <progress aria-label={t('reports.making')} max={Math.max(of, 1)} value={done} />
      <span className="muted">{t('reports.makingTo', { done: number(done), of: number(of) })}</span>
    </p>
  );
};

interface SavingFormProps extends Omit<Saving<never>, 'save'> {
  readonly disabled: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is asked of a report, how it gets into its file, and what came of it. */
export const SavingForm = ({ pending, progress, saved, error, ...form }: SavingFormProps) => {
  const { disabled, onSave, onClose, children } = form;
  const { t, failure } = useWords();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending && !disabled) onSave();
  };
  return (
    <form className="report-form" onSubmit={onSubmit}>
      {children}
      {pending && <Waiting progress={progress} />}
      {!pending && saved && <Saved saved={saved} />}
      {!pending && error && <Notice tone="failure" urgent {...failure(failureOf(error))} />}
      <div className="dialog-actions">
        <Button kind="quiet" onPress={onClose} hint="Esc">
          {t('reports.close')}
        </Button>
        {/* One button, so that the focus stays where it is. */}
        <Button
          kind={pending ? 'plain' : 'primary'}
          submits={!pending}
          disabled={!pending && disabled}
          {...(pending && { onPress: () => void api.cancelReport() })}
        >
          {t(pending ? 'reports.cancel' : 'reports.save')}
        </Button>
      </div>
    </form>
  );
};
