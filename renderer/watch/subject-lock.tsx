import { LockKeyhole } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { reasonLength, type SubjectLockView } from '../../shared/watch.js';
import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Field } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { useUnlock } from './use-flags.js';

const Unlock = ({ id }: Pick<SubjectLockView, 'id'>) => {
  const { t, number, failure } = useWords();
  const [reason, setReason] = useState('');
  const unlock = useUnlock();
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!unlock.isPending) unlock.mutate({ id, reason });
  };
  return (
    <form className="form" aria-label={t('proof.locks.open')} onSubmit={onSubmit} noValidate>
      <Field
        label={t('proof.locks.reason')}
        hint={t('watch.budget.length', { least: number(reasonLength.least), most: number(reasonLength.most) })}
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <Button kind="primary" submits busy={unlock.isPending} hint="Enter">
          {t('proof.locks.save')}
        </Button>
      </div>
      {unlock.error && <Notice tone="failure" urgent {...failure(failureOf(unlock.error))} />}
    </form>
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
    <div className="flag" role="group" aria-label={t('proof.locks.until', { time: clock(lock.until) })}>
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
