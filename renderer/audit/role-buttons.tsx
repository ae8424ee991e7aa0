import { lazy } from 'react';
import { useWords } from '../messages/use-words.js';
import { DialogButton } from './dialog-button.js';

const ErasureDialog = lazy(async () => ({ default: (await import('./erasure/erasure-dialog.js')).ErasureDialog }));
const SubjectDialog = lazy(async () => ({ default: (await import('./reports/subject-dialog.js')).SubjectDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./reports/export-dialog.js')).ExportDialog }));

interface RoleButtonsProps {
  readonly roles: readonly string[];
  /** The pseudonym that is looked at, or nothing. */
  readonly subject: string;
}

/** What those who read the audit may do besides. */
export const RoleButtons = ({ roles, subject }: RoleButtonsProps) => {
  const { t } = useWords();
  return (
    <div className="role-buttons">
      {roles.includes('privacy-officer') && (
        <>
          <DialogButton action={t('reports.openSubject')}>
            {(onClose) => <SubjectDialog subject={subject} onClose={onClose} />}
          </DialogButton>
          <DialogButton action={t('erasure.open')}>
            {(onClose) => <ErasureDialog subject={subject} onClose={onClose} />}
          </DialogButton>
        </>
      )}
      {roles.includes('auditor') && (
        <DialogButton action={t('reports.openExport')}>{(onClose) => <ExportDialog onClose={onClose} />}</DialogButton>
      )}
    </div>
  );
};
