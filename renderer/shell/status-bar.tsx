import './status-bar.css';
import { CircleCheck, CircleDashed, CircleX, MailWarning, type LucideIcon } from 'lucide-react';
import type { DeskState } from '../../shared/desk-state.js';
import { labelOf, type CommandId } from '../commands.js';
import { isKnownRole } from '../messages/known-terms.js';
import { useWords } from '../messages/use-words.js';
import { DeliveryStatus } from './delivery-status.js';
import { useRegistryHealth, type RegistryHealth } from '../registry-health.js';

const shapes: Readonly<Record<RegistryHealth, LucideIcon>> = {
  unknown: CircleDashed,
  answering: CircleCheck,
  failing: CircleX,
};

const Registry = ({ host }: { readonly host: string }) => {
  const { t } = useWords();
  const health = useRegistryHealth();
  const Shape = shapes[health];
  return (
    <span className={`status-item registry-${health}`}>
      <Shape aria-hidden="true" size={14} />
      {t('shell.registry')} {host}: {t(`shell.registryState.${health}`)}
    </span>
  );
};

const Failing = ({ text }: { readonly text: string }) => (
  <strong className="status-item status-failing" role="alert">
    <CircleX aria-hidden="true" size={14} />
    {text}
  </strong>
);

const Session = ({ session }: Pick<DeskState, 'session'>) => {
  const { t } = useWords();
  if (!session) return <span className="status-item">{t('shell.signedOut')}</span>;
  const roles = session.roles.map((role) => (isKnownRole(role) ? t(`terms.role.${role}`) : role));
  return (
    <span className="status-item status-who">
      <strong>{session.agent}</strong> · {roles.join(', ')}
    </span>
  );
};

/** What waits to be sent must not be forgotten; when nothing does, there is nothing to say. */
const Unsent = ({ unsent }: Pick<DeskState, 'unsent'>) => {
  const { t } = useWords();
  if (!unsent) return null;
  return (
    <span className="status-item status-unsent">
      <MailWarning aria-hidden="true" size={14} />
      {t('requests.unsent', { count: unsent })}
    </span>
  );
};

interface CommandProps {
  readonly id: CommandId;
  readonly text: string;
  readonly onRun: (id: CommandId) => void;
}

const Command = ({ id, text, onRun }: CommandProps) => (
  <button type="button" className="status-command" onClick={() => onRun(id)}>
    {text} <kbd>{labelOf(id)}</kbd>
  </button>
);

interface StatusBarProps {
  readonly state: DeskState;
  readonly onRun: (id: CommandId) => void;
}

/** Who, where and whether all is well: always in sight. */
export const StatusBar = ({
  state: { session, policy, audit, credentials, drill, unsent, delivery },
  onRun,
}: StatusBarProps) => {
  const { t, number } = useWords();
  return (
    <footer className="status-bar" aria-label={t('shell.status')}>
      <Session session={session} />
      {policy.ok ? <Registry host={policy.view.registryHost} /> : <Failing text={t('shell.policyFailed')} />}
      {credentials && <Failing text={t('shell.keysFailed')} />}
      {audit.failure ? (
        <Failing text={t('shell.recordFailed')} />
      ) : (
        <span className="status-item">{t('shell.recorded', { head: number(audit.head) })}</span>
      )}
      {delivery && <DeliveryStatus delivery={delivery} />}
      <Unsent unsent={unsent} />
      <span className="status-actions">
        {session && <Command id="lock" text={t('shell.lock')} onRun={onRun} />}
        <Command id="palette" text={t('shell.commands')} onRun={onRun} />
      </span>
      {/* Otherwise the strip says so. */}
      {drill && policy.ok && policy.view.demo && <strong className="demo-badge">{t('demo.badge')}</strong>}
    </footer>
  );
};
