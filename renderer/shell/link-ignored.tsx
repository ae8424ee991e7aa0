import './link-ignored.css';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import type { Ignored } from './use-links.js';

interface LinkIgnoredProps {
  readonly why: Ignored;
  readonly onClose: () => void;
}

/** A word to the agent that takes neither the focus nor anything typed. */
export const LinkIgnored = ({ why, onClose }: LinkIgnoredProps) => {
  const { t, failure } = useWords();
  const told =
    why === 'link-invalid' || why === 'link-off'
      ? failure({ code: why })
      : { title: t('shell.link.title'), lines: [t(`shell.link.${why}`)] };
  return (
    <aside className="link-ignored" aria-label={t('shell.link.title')}>
      <Notice tone="info" {...told} />
      <Button onPress={onClose}>{t('shell.close')}</Button>
    </aside>
  );
};
