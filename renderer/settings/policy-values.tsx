import type { PolicyView } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';
import { Facts } from '../ui/facts.js';

/** Every value in force and where it comes from, so that nobody has to guess what a default is. */
export const PolicyValues = ({ policy }: { readonly policy: PolicyView }) => {
  const { t } = useWords();
  return (
    <>
      <Facts
        rows={[
          { name: t('settings.policyFile'), value: policy.file, mono: true },
          { name: t('settings.policyVersion'), value: policy.version },
          { name: t('settings.organisation'), value: policy.organisation },
          { name: t('settings.registry'), value: policy.registryHost, mono: true },
        ]}
      />
      {policy.values.some(({ path, value }) => path === 'session.contentProtection' && value === 'true') && (
        <p>{t('settings.capture')}</p>
      )}
      <table className="values" aria-label={t('settings.values')}>
        <thead>
          <tr>
            <th scope="col">{t('settings.path')}</th>
            <th scope="col">{t('settings.value')}</th>
            <th scope="col">{t('settings.from')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.values.map(({ path, value, from }) => (
            <tr key={path}>
              <th scope="row" className="mono">
                {path}
              </th>
              <td className="mono">{value}</td>
              <td>{t(from === 'file' ? 'settings.fromFile' : 'settings.fromDefault')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
