import { useState } from 'react';
import type { PolicyView } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';
import { Facts } from '../ui/facts.js';
import { Field } from '../ui/field.js';
import { useEscape } from '../ui/use-escape.js';
import { useSourceWords } from './use-source-words.js';
import { ValueTable } from './value-table.js';

/** Every value in force and where it comes from, so that nobody has to guess what a default is. */
export const PolicyValues = ({ policy }: { readonly policy: PolicyView }) => {
  const { t } = useWords();
  const sourceOf = useSourceWords();
  const [wanted, setWanted] = useState('');
  useEscape(() => setWanted(''));
  const part = wanted.trim().toLowerCase();
  const shown = policy.values.filter(({ path, value, from }) =>
    [path, value, sourceOf(from)].some((text) => text.toLowerCase().includes(part)),
  );
  return (
    <>
      <Facts
        rows={[
          { name: t('settings.policyVersion'), value: policy.version },
          { name: t('settings.organisation'), value: policy.organisation },
          { name: t('settings.registry'), value: policy.registryHost, mono: true },
          { name: t('settings.sources'), value: policy.sources.join(' · '), mono: true },
        ]}
      />
      {policy.values.some(({ path, value }) => path === 'session.contentProtection' && value === 'true') && (
        <p>{t('settings.capture')}</p>
      )}
      <search className="values-filter">
        <Field mono label={t('settings.filter')} hint={t('settings.filterHint')} value={wanted} onChange={setWanted} />
        <p className="muted" role="status">
          {shown.length === 0 ? t('settings.noneShown') : t('settings.shown', { count: shown.length })}
        </p>
      </search>
      {shown.length > 0 && <ValueTable values={shown} />}
    </>
  );
};
