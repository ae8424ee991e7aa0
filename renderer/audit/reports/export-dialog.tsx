import './reports.css';
import { useState } from 'react';
import { api } from '../../desk-api.js';
import { useWords } from '../../messages/use-words.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Select } from '../../ui/select.js';
import { isDay } from '../is-day.js';
import { SavingForm } from './saving-form.js';
import { useReport } from './use-report.js';

/** What there is to export, and how it is asked for. */
const contents = {
  'journal+ocsf': (from: string | null) => api.saveJournal({ format: 'ocsf', from }),
  'journal+csv': (from: string | null) => api.saveJournal({ format: 'csv', from }),
  'statistics+csv': (from: string | null) => api.saveStatistics({ format: 'csv', from }),
  'statistics+json': (from: string | null) => api.saveStatistics({ format: 'json', from }),
} as const;
type Content = keyof typeof contents;
const contentIds = Object.keys(contents) as Content[];

/** For the auditor: the journal or its statistics, into a file. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords();
  const [content, setContent] = useState<Content>('journal+ocsf');
  const [from, setFrom] = useState('');
  const { save, ...saving } = useReport((asked: { content: Content; from: string | null }) =>
    contents[asked.content](asked.from),
  );
  return (
    <Dialog title={t('reports.exportTitle')} onClose={onClose}>
      <p>{content.startsWith('statistics') ? t('reports.statisticsAbout') : t('reports.exportAbout')}</p>
      <SavingForm
        {...saving}
        disabled={from !== '' && !isDay(from)}
        onSave={() => save({ content, from: from === '' ? null : from })}
        onClose={onClose}
      >
        <Select
          label={t('reports.what')}
          value={content}
          options={contentIds.map((value) => ({ value, text: t(`reports.contents.${value}`) }))}
          onChange={setContent}
        />
        <Field mono label={t('reports.from')} hint={t('reports.fromHint')} value={from} onChange={setFrom} />
      </SavingForm>
    </Dialog>
  );
};
