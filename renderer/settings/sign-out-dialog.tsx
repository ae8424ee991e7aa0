import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

interface SignOutDialogProps {
  /** Whether the session is one with the organisation's provider. */
  readonly inBrowser: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

export const SignOutDialog = ({ inBrowser, onCancel, onConfirm }: SignOutDialogProps) => {
  const { t } = useWords();
  return (
    <Dialog urgent title={t('settings.signOutAsk')} onClose={onCancel}>
      <p>{t(inBrowser ? 'settings.signOutBrowser' : 'settings.signOutAbout')}</p>
      <div className="dialog-actions">
        <Button onPress={onCancel}>{t('shell.cancel')}</Button>
        <Button kind="danger" onPress={onConfirm}>
          {t('settings.signOut')}
        </Button>
      </div>
    </Dialog>
  );
};
