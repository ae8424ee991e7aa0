import './demo-hint.css';
import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';

/** The first call, for someone who has never seen the desk. */
export const DemoHint = ({ ticket }: { readonly ticket: string }) => {
  const { t } = useWords();
  const [shown, setShown] = useState(true);
  if (!shown) return null;
  return (
    <section className="demo-hint" aria-label={t('demo.hintTitle')}>
      <Lightbulb aria-hidden="true" size={20} />
      <div>
        <h2>{t('demo.hintTitle')}</h2>
        <ol>
          <li>{t('demo.hint1', { ticket })}</li>
          <li>{t('demo.hint2')}</li>
          <li>{t('demo.hint3')}</li>
          <li>{t('demo.hint4')}</li>
          <li>{t('demo.hint5')}</li>
        </ol>
        <Button kind="quiet" onPress={() => setShown(false)}>
          {t('demo.dismiss')}
        </Button>
      </div>
    </section>
  );
};
