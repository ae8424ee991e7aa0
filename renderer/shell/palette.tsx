import './palette.css';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { callerCommands, drillCommands, labelOf, shortcuts, type CommandId } from '../commands.js';
import { useWords } from '../messages/use-words.js';
import { useIsOffered } from '../use-is-offered.js';
import { Dialog } from '../ui/dialog.js';
import { Kbd } from '../ui/kbd.js';

const commands: readonly CommandId[] = [
  ...shortcuts.map(({ id }) => id).filter((id) => id !== 'palette'),
  ...drillCommands,
  ...callerCommands,
];

interface PaletteProps {
  readonly onRun: (id: CommandId) => void;
  readonly onClose: () => void;
}

export const Palette = ({ onRun, onClose }: PaletteProps) => {
  const { t } = useWords();
  const isOffered = useIsOffered();
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (key: unknown) => {
    const id = commands.find((each) => each === key);
    if (id) onRun(id);
  };
  return (
    <Dialog title={t('shell.commands')} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('shell.commandsSearch')} autoFocus>
          <Input className="input" placeholder={t('shell.commandsSearch')} />
        </SearchField>
        <ListBox
          className="palette-list"
          aria-label={t('shell.commands')}
          onAction={run}
          renderEmptyState={() => <p className="muted">{t('shell.commandsEmpty')}</p>}
        >
          {commands.filter(isOffered).map((id) => (
            <ListBoxItem key={id} id={id} className="palette-item" textValue={t(`shell.command.${id}`)}>
              <span>{t(`shell.command.${id}`)}</span>
              {labelOf(id) && <Kbd>{labelOf(id) ?? ''}</Kbd>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
};
