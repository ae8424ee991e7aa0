import { ruleIds, type RuleId } from '../../shared/watch.js';
import { useWords } from '../messages/use-words.js';

/** What is looked for, and what cannot be; the thresholds stand among the policy's values. */
export const WatchRules = ({ inForce }: { readonly inForce: readonly RuleId[] }) => {
  const { t } = useWords();
  return (
    <>
      <p>{t('watch.notice.always')}</p>
      <ul className="watch-rules">
        {ruleIds.map((rule) => (
          <li key={rule}>
            {t(`watch.rules.${rule}`)}
            {!inForce.includes(rule) && <span className="muted">: {t('watch.surnameUnknown')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
};
