import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { CommandId } from '../commands.js';
import { localeOf } from '../messages/format.js';
import { useWords } from '../messages/use-words.js';
import { Palette } from './palette.js';
import type { Overlay } from './use-overlay.js';
import { Shortcuts } from './shortcuts.js';

interface OverlaysProps {
  readonly overlay: Overlay;
  readonly onRun: (id: CommandId) => void;
  readonly onClose: () => void;
}

/** What opens over the screens; fetched when first wanted. */
export const Overlays = ({ overlay, onRun, onClose }: OverlaysProps) => {
  const { language } = useWords();
  return (
    <I18nProvider locale={localeOf(language)}>
      {overlay === 'palette' ? <Palette onRun={onRun} onClose={onClose} /> : <Shortcuts onClose={onClose} />}
    </I18nProvider>
  );
};
