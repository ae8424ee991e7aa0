import './reports.css';
import { useRef, useState } from 'react';
import { subjectFormats, type SubjectFormat } from '../../../shared/report.js';
import { languages, type Language } from '../../../shared/language.js';
import type { RequestOf } from '../../../shared/contract.js';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Segmented } from '../../ui/segmented.js';
import { useFocusOnce } from '../../ui/use-focus-once.js';
import { useDeskState } from '../../use-desk-state.js';
import { PersonField } from '../person-field.js';
import { SavingForm } from './saving-form.js';
import { useReport } from './use-report.js';

interface SubjectDialogProps {
  readonly subject: string;
  readonly onClose: () => void;
}

/** For the privacy officer: what the desk tells one person about the use of their data. */
export const SubjectDialog = (looked: SubjectDialogProps) => {
  const { t, language: own } = useWords();
  const { policy } = useDeskState();
  const first = useRef<HTMLInputElement>(null);
  useFocusOnce(first);
  const [subject, setSubject] = useState(looked.subject);
  const [person, setPerson] = useState('');
  const [language, setLanguage] = useState<Language>(own);
  const [format, setFormat] = useState<SubjectFormat>('pdf');
  const [withNames, setWithNames] = useState(false);
  const { save, ...saving } = useReport((asked: RequestOf<'saveSubjectReport'>) => api.saveSubjectReport(asked));
  const canApprove = policy.ok && policy.view.signIn === 'oidc';
  return (
    <Dialog title={t('reports.subjectTitle')} onClose={looked.onClose}>
      <p>{t('reports.subjectAbout')}</p>
      <SavingForm
        {...saving}
        disabled={subject === ''}
        onSave={() => save({ subject, person, language, format, withNames })}
        onClose={looked.onClose}
      >
        <PersonField ref={first} subject={subject} onSubject={setSubject} />
        <Field label={t('reports.person')} hint={t('reports.personHint')} value={person} onChange={setPerson} />
        <div className="report-choices">
          <Segmented
            label={t('reports.language')}
            value={language}
            options={languages.map((value) => ({
              value,
              text: value.toUpperCase(),
              label: t(`terms.language.${value}`),
            }))}
            onChange={setLanguage}
          />
          <Segmented
            label={t('reports.format')}
            value={format}
            options={subjectFormats.map((value) => ({ value, text: value.toUpperCase() }))}
            onChange={setFormat}
          />
        </div>
        <Checkbox
          label={t('reports.names')}
          hint={t(canApprove ? 'reports.namesHint' : 'reports.namesMissing')}
          checked={withNames}
          disabled={!canApprove}
          onChange={setWithNames}
        />
      </SavingForm>
    </Dialog>
  );
};
