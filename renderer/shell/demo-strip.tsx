import { useWords } from '../messages/use-words.js';

export const DemoStrip = () => {
  const { t } = useWords();
  return (
    <aside className="demo-strip" aria-label={t('demo.badge')}>
      <strong>{t('demo.badge')}</strong>
      <span>{t('demo.strip')}</span>
    </aside>
  );
};
