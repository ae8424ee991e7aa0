import { useWords } from '../messages/use-words.js';
import type { CommandId } from '../commands.js';

/** In the place of the demo's strip, on every screen, as long as the drill is on. */
export const DrillStrip = ({ onRun }: { readonly onRun: (id: CommandId) => void }) => {
  const { t } = useWords();
  return (
    <aside className="demo-strip drill-strip" aria-label={t('drill.badge')}>
      <strong>{t('drill.badge')}</strong>
      <span>{t('drill.strip')}</span>
      <button type="button" className="status-command" onClick={() => onRun('drill-end')}>
        {t('drill.end')}
      </button>
    </aside>
  );
};
