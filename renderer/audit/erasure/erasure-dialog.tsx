import './erasure.css';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Holds } from './holds.js';
import { Person } from './person.js';

interface ErasureDialogProps {
  readonly subject: string;
  readonly onClose: () => void;
}

/** Where the privacy officer erases a person, and sees and sets what keeps others from being erased. */
export const ErasureDialog = ({ subject, onClose }: ErasureDialogProps) => {
  const { t } = useWords();
  return (
    <Dialog title={t('erasure.title')} onClose={onClose}>
      <p>{t('erasure.about')}</p>
      <Person subject={subject} />
      <Holds />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={onClose} hint="Esc">
          {t('erasure.close')}
        </Button>
      </div>
    </Dialog>
  );
};
