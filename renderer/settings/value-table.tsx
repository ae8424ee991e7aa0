import type { PolicyView } from '../../shared/desk-state.js';
import { useWords } from '../messages/use-words.js';
import { useSourceWords } from './use-source-words.js';

export const ValueTable = ({ values }: Pick<PolicyView, 'values'>) => {
  const { t } = useWords();
  const sourceOf = useSourceWords();
  return (
    <table className="values" aria-label={t('settings.values')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.path')}</th>
          <th scope="col">{t('settings.value')}</th>
          <th scope="col">{t('settings.from')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ path, value, from }) => (
          <tr key={path}>
            <th scope="row" className="mono">
              {path}
            </th>
            <td className="mono">{value}</td>
            <td className={from ? 'mono' : 'muted'}>{sourceOf(from)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
