import './settings.css';
import { useShortcutRows } from '../messages/use-shortcut-rows.js';
import { useEvidenceWords } from '../messages/use-evidence-words.js';
import { useWords } from '../messages/use-words.js';
import { useDeskState } from '../use-desk-state.js';
import { PolicyProblemList } from '../policy-problem-list.js';
import { RecordFailure } from '../record-failure.js';
import { Facts } from '../ui/facts.js';
import { ShortcutList } from '../ui/shortcut-list.js';
import { Collectors } from './collectors.js';
import { DeskKeys } from './desk-keys.js';
import { Look } from './look.js';
import { PolicyValues } from './policy-values.js';
import { Scores } from './scores.js';
import { WatchRules } from './watch-rules.js';
import { Session } from './session.js';

export const SettingsPage = () => {
  const { t } = useWords();
  const rows = useShortcutRows();
  const { version, runtime, desk, audit, policy, session, call, notice, delivery } = useDeskState();
  const evidence = useEvidenceWords(audit);
  return (
    <main className="settings">
      <h1>{t('settings.title')}</h1>
      <RecordFailure />
      <section aria-label={t('settings.look')}>
        <h2>{t('settings.look')}</h2>
        <Look />
      </section>
      {session && (
        <section aria-label={t('settings.session')}>
          <h2>{t('settings.session')}</h2>
          <Session session={session} callOpen={call !== null} inBrowser={policy.ok && policy.view.signIn === 'oidc'} />
        </section>
      )}
      {session && <DeskKeys />}
      <section aria-label={t('shell.shortcuts')}>
        <h2>{t('shell.shortcuts')}</h2>
        <ShortcutList rows={rows} />
      </section>
      <section aria-label={t('settings.about')}>
        <h2>{t('settings.about')}</h2>
        <Facts
          rows={[
            { name: t('settings.version'), value: version },
            { name: t('settings.runtime'), value: runtime },
            { name: t('settings.desk'), value: desk },
            { name: t('settings.journal'), value: audit.folder, mono: true },
            { name: t('evidence.title'), value: evidence.words },
            { name: t('evidence.key'), value: evidence.key, mono: true },
          ]}
        />
      </section>
      {delivery && (
        <section aria-label={t('delivery.title')}>
          <h2>{t('delivery.title')}</h2>
          <Collectors delivery={delivery} />
        </section>
      )}
      {notice && (
        <section aria-label={t('settings.watch')}>
          <h2>{t('settings.watch')}</h2>
          <WatchRules inForce={notice.rules} />
        </section>
      )}
      {policy.ok && (
        <section className="settings-wide" aria-label={t('scores.title')}>
          <h2>{t('scores.title')}</h2>
          <Scores />
        </section>
      )}
      <section className="settings-wide" aria-label={t('settings.policy')}>
        <h2>{t('settings.policy')}</h2>
        {policy.ok ? (
          <PolicyValues policy={policy.view} />
        ) : (
          <>
            <p>{t('settings.policyBroken')}</p>
            <PolicyProblemList problems={policy.problems} />
          </>
        )}
      </section>
    </main>
  );
};
