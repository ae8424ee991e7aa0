import { useEffect, useRef, useState } from 'react';
import type { DeskState } from '../../shared/desk-state.js';
import { KeptKeyForm } from '../kept-key-form.js';
import { savedInSettings, type DeskKey } from '../key-saved.js';
import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';
import { useDeskOperation } from '../use-desk-state.js';
import { Asking } from './asking.js';

interface DeskKeyProps {
  readonly name: DeskKey;
  readonly kept: boolean;
  readonly words: Readonly<Record<'title' | 'about' | 'label' | 'removeAbout', string>>;
  readonly onKeep: (key: string) => Promise<DeskState>;
  readonly onForget: () => Promise<DeskState>;
}

type KeptProps = Pick<DeskKeyProps, 'words' | 'onForget'> & { readonly isNew: boolean };

const Kept = ({ words, onForget, isNew }: KeptProps) => {
  const { t } = useWords();
  const forget = useDeskOperation<void>(onForget);
  return (
    <>
      {isNew && <Notice tone="verified" title={t('deskKey.saved')} />}
      <p>{t('deskKey.kept')}</p>
      <p className="muted">{t('deskKey.own')}</p>
      <Asking
        action={t('deskKey.remove')}
        title={t('deskKey.removeAsk')}
        about={words.removeAbout}
        operation={forget}
      />
    </>
  );
};

const Missing = ({ name, words, onKeep }: Pick<DeskKeyProps, 'name' | 'words' | 'onKeep'>) => {
  const keep = useDeskOperation(async (key: string) => {
    savedInSettings.expect(name);
    try {
      return await onKeep(key);
    } catch (error) {
      savedInSettings.forget();
      throw error;
    }
  });
  return <KeptKeyForm words={words} operation={keep} />;
};

/** A key of the desk's own: whether it is there, and the way to enter or remove it. */
export const DeskKeySection = ({ name, kept, words, onKeep, onForget }: DeskKeyProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isNew] = useState(() => kept && savedInSettings.is(name));
  useEffect(() => {
    if (!isNew) return;
    savedInSettings.forget();
    heading.current?.focus();
  }, [isNew]);
  return (
    <section aria-label={words.title}>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {kept ? <Kept {...{ words, onForget, isNew }} /> : <Missing {...{ name, words, onKeep }} />}
    </section>
  );
};
