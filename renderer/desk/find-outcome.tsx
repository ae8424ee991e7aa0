import type { FindOutcome } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';

/** Why there is no list, and what to do about it. */
export const FindOutcomeNotice = ({
  find,
  onClose,
}: {
  readonly find: FindOutcome | null;
  readonly onClose: () => void;
}) => {
  const { t } = useWords();
  const close = (
    <Button onPress={onClose} hint="Ctrl+E">
      {t('call.close')}
    </Button>
  );
  switch (find) {
    case 'none':
      return <Notice tone="waiting" title={t('steps.find.none')} lines={[t('steps.find.noneNext')]} />;
    case 'too-many':
      return <Notice tone="waiting" title={t('steps.find.tooMany')} lines={[t('steps.find.tooManyNext')]} />;
    case 'ended':
      return (
        <Notice tone="stop" title={t('call.ended')} lines={[t('call.endedAbout'), t('steps.find.endedNext')]}>
          {close}
        </Notice>
      );
    case 'restricted':
      return (
        <Notice
          tone="restricted"
          title={t('call.restricted')}
          lines={[t('call.restrictedAbout'), t('steps.find.restrictedNext')]}
        >
          {close}
        </Notice>
      );
    case 'found':
    case null:
      return null;
  }
};
