import './rail.css';
import { Flag, Headset, Inbox, ScrollText, Settings } from 'lucide-react';
import { labelOf } from '../commands.js';
import { useWords } from '../messages/use-words.js';
import { useIsOffered } from '../use-is-offered.js';
import { screenIds, type ScreenId } from './screens.js';

const icons = {
  desk: Headset,
  audit: ScrollText,
  requests: Inbox,
  settings: Settings,
  watch: Flag,
} as const satisfies Record<ScreenId, unknown>;

export const Rail = ({ screen, onGo }: { readonly screen: ScreenId; readonly onGo: (screen: ScreenId) => void }) => {
  const { t } = useWords();
  const isOffered = useIsOffered();
  return (
    <nav className="rail" aria-label={t('shell.rail')}>
      {screenIds.filter(isOffered).map((id) => {
        const Icon = icons[id];
        return (
          <button
            key={id}
            type="button"
            aria-label={t(`shell.${id}`)}
            aria-current={id === screen ? 'page' : undefined}
            title={`${t(`shell.${id}`)} · ${labelOf(id) ?? ''}`}
            onClick={() => onGo(id)}
          >
            <Icon aria-hidden="true" size={20} />
          </button>
        );
      })}
    </nav>
  );
};
