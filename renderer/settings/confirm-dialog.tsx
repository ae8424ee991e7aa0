import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

interface ConfirmDialogProps {
  readonly title: string;
  readonly about: string;
  readonly action: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before something that cannot be undone by one key. */
export const ConfirmDialog = ({ title, about, action, onCancel, onConfirm }: ConfirmDialogProps) => {
  const { t } = useWords();
  return (
    <Dialog urgent title={title} onClose={onCancel}>
      <p>{about}</p>
      <div className="dialog-actions">
        <Button onPress={onCancel}>{t('shell.cancel')}</Button>
        <Button kind="danger" onPress={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
};
