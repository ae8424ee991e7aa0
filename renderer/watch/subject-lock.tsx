import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { SubjectLockView } from '../../shared/watch.js';
import { useWords } from '../messages/use-words.js';
import { ReasonForm } from '../reason-form.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { useUnlock } from './use-flags.js';

const Unlock = ({ id }: Pick<SubjectLockView, 'id'>) => {
  const { t } = useWords();
  const unlock = useUnlock();
  return (
    <ReasonForm
      words={{ title: t('proof.locks.open'), reason: t('proof.locks.reason'), go: t('proof.locks.save') }}
      operation={unlock}
      onReason={(reason) => unlock.mutate({ id, reason })}
    />
  );
};

/** One locked subject, by pseudonym, and the way to open it before its time. */
const SubjectLock = ({ lock }: { readonly lock: SubjectLockView }) => {
  const { t, clock } = useWords();
  const [open, setOpen] = useState(false);
  const rows = [
    { name: t('watch.call'), value: lock.call ?? '', mono: true },
    { name: t('watch.ticket'), value: lock.ticket ?? '', mono: true },
    { name: t('watch.subject'), value: `${lock.subject.slice(0, 10)}…`, mono: true },
  ];
  return (
    <div className="card flag" role="group" aria-label={t('proof.locks.until', { time: clock(lock.until) })}>
      <header>
        <LockKeyhole aria-hidden="true" size={18} />
        <h3>{t('proof.locks.until', { time: clock(lock.until) })}</h3>
      </header>
      <Facts rows={rows} />
      {open ? <Unlock id={lock.id} /> : <Button onPress={() => setOpen(true)}>{t('proof.locks.open')}</Button>}
    </div>
  );
};

/** For supervisors: whom wrong answers have locked on this desk. */
export const SubjectLocks = ({ locks }: { readonly locks: readonly SubjectLockView[] }) => {
  const { t } = useWords();
  return (
    <section className="subject-locks" aria-label={t('proof.locks.title')}>
      <h2>{t('proof.locks.title')}</h2>
      <p className="muted">{t(locks.length > 0 ? 'proof.locks.about' : 'proof.locks.empty')}</p>
      {locks.map((lock) => (
        <SubjectLock key={lock.id} lock={lock} />
      ))}
    </section>
  );
};
