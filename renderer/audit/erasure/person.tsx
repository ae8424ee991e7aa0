import { useRef, useState } from 'react';
import { erasureGrounds, type ErasureGround } from '../../../shared/erasure.js';
import { failureOf } from '../../api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Select } from '../../ui/select.js';
import { useFocusOnce } from '../../ui/use-focus-once.js';
import { PersonField } from '../person-field.js';
import { HoldButton } from './hold-button.js';
import { useErase } from './use-erasure.js';

interface SureProps {
  readonly busy: boolean;
  readonly onErase: () => void;
  readonly onBack: () => void;
}

const Sure = ({ busy, onErase, onBack }: SureProps) => {
  const { t } = useWords();
  const back = useRef<HTMLButtonElement>(null);
  // The safe way out has the focus: nothing is erased by a second Enter.
  useFocusOnce(back);
  return (
    <>
      <p>{t('erasure.sureAbout')}</p>
      <div className="actions">
        <Button kind="danger" busy={busy} onPress={onErase}>
          {t('erasure.sure')}
        </Button>
        <Button ref={back} kind="quiet" onPress={onBack}>
          {t('shell.cancel')}
        </Button>
      </div>
    </>
  );
};

/** One person, by a pseudonym: to be erased, or to be kept. */
export const Person = (looked: { readonly subject: string }) => {
  const { t, failure } = useWords();
  const [subject, setSubject] = useState(looked.subject);
  const [ground, setGround] = useState<ErasureGround>('not-needed');
  const [asking, setAsking] = useState(false);
  const erase = useErase();
  const onErase = () => erase.mutate({ subject, ground }, { onSettled: () => setAsking(false) });
  return (
    <section className="erasure-part" aria-label={t('erasure.person')}>
      <PersonField subject={subject} onSubject={setSubject} />
      <Select
        label={t('erasure.why')}
        value={ground}
        options={erasureGrounds.map((value) => ({ value, text: t(`erasure.ground.${value}`) }))}
        onChange={setGround}
      />
      {asking ? (
        <Sure busy={erase.isPending} onErase={onErase} onBack={() => setAsking(false)} />
      ) : (
        <div className="actions">
          <Button kind="danger" disabled={subject === ''} onPress={() => setAsking(true)}>
            {t('erasure.erase')}
          </Button>
        </div>
      )}
      {erase.isSuccess && <Notice tone="verified" title={t('erasure.erased')} lines={[t('erasure.erasedNext')]} />}
      {erase.error && <Notice tone="failure" urgent {...failure(failureOf(erase.error))} />}
      <HoldButton over={{ subject }} disabled={subject === ''} action={t('erasure.holdPerson')} />
    </section>
  );
};
