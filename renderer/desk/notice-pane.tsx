import './notice-pane.css';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { NoticeView } from '../../shared/watch.js';
import { api } from '../desk-api.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { useFocusOnce } from '../ui/use-focus-once.js';
import { Failed } from './failed.js';

interface NoticePaneProps {
  readonly notice: NoticeView;
  readonly organisation: string;
}

/** What an agent is told before the first call, and accepts once. Main tells when it is on record. */
export const NoticePane = ({ notice, organisation }: NoticePaneProps) => {
  const { t, language } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const accept = useMutation({ mutationFn: () => api.acceptNotice() });
  useFocusOnce(button);
  const paragraphs = notice.text?.[language].split(/\n+/) ?? [];
  return (
    <div className="told">
      <div className="told-words" tabIndex={0} role="region" aria-label={t('watch.notice.title')}>
        <h1>{t('watch.notice.title')}</h1>
        <p className="told-always">{t('watch.notice.always')}</p>
        {paragraphs.length > 0 && (
          <section aria-label={t('watch.notice.from', { organisation })}>
            <h2>{t('watch.notice.from', { organisation })}</h2>
            {paragraphs.map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </section>
        )}
        <section aria-label={t('watch.notice.rules')}>
          <h2>{t('watch.notice.rules')}</h2>
          <ul>
            {notice.rules.map((rule) => (
              <li key={rule}>{t(`watch.rules.${rule}`)}</li>
            ))}
          </ul>
          <p className="muted">{t('watch.notice.flags')}</p>
        </section>
        <p className="muted">{t('watch.notice.version', { version: notice.version })}</p>
      </div>
      <div className="actions">
        <Button ref={button} kind="primary" busy={accept.isPending} hint="Enter" onPress={() => accept.mutate()}>
          {t('watch.notice.accept')}
        </Button>
      </div>
      <Failed error={accept.error} />
    </div>
  );
};
