import { useWords } from '../messages/use-words.js';
import { Dialog } from '../ui/dialog.js';
import { ShortcutList } from '../ui/shortcut-list.js';
import { useShortcutRows } from '../messages/use-shortcut-rows.js';
import { Button } from '../ui/button.js';

export const Shortcuts = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords();
  const rows = useShortcutRows();
  return (
    <Dialog title={t('shell.shortcuts')} onClose={onClose}>
      <ShortcutList rows={rows} />
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('shell.close')}</Button>
      </div>
    </Dialog>
  );
};
