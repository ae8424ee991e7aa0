import { Handshake } from 'lucide-react';
import { useId } from 'react';
import type { CallView } from '../../../shared/call-view.js';
import { useWords } from '../../messages/use-words.js';

/** By these the desk proves itself to the caller, who has the same two in the message. */
export const MutualWords = ({ mutual }: { readonly mutual: NonNullable<CallView['mutual']> }) => {
  const { t } = useWords();
  const title = useId();
  return (
    <section className="mutual" aria-labelledby={title}>
      <Handshake aria-hidden="true" size={20} />
      <div>
        <h2 id={title}>{t('ways.mutual')}</h2>
        <p className="mutual-words" lang={mutual.language}>
          {mutual.words.join(' ')}
        </p>
        <p className="muted">{t('ways.mutualAbout')}</p>
      </div>
    </section>
  );
};
