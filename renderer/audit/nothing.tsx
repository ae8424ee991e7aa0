import { useWords } from '../messages/use-words.js';

interface NothingProps {
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly filtered: boolean;
}

/** In place of a list without entries: why, and what to do. */
export const Nothing = ({ waiting, failed, filtered }: NothingProps) => {
  const { t } = useWords();
  const why = filtered ? t('audit.emptyFiltered') : t('audit.empty');
  return <div className="entries">{!failed && <p className="muted">{waiting ? t('audit.loading') : why}</p>}</div>;
};
