import { isRefused } from './messages/use-evidence-words.js';
import { useWords } from './messages/use-words.js';
import { Button } from './ui/button.js';
import { Notice } from './ui/notice.js';
import { useDeskQuery, useDeskState } from './use-desk-state.js';

/** Why nobody can be looked up, whoever is signed in or nobody; nothing while all is well. */
export const RecordFailure = () => {
  const { t, failure } = useWords();
  const { audit } = useDeskState();
  const { refetch, isFetching } = useDeskQuery();
  if (!audit.failure) return null;
  return (
    <Notice tone="stop" urgent {...failure(audit.failure)}>
      {!isRefused(audit.failure) && (
        <Button busy={isFetching} onPress={() => void refetch()}>
          {t('shell.retry')}
        </Button>
      )}
    </Notice>
  );
};
