import { failureOf } from '../api.js';
import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';

/** What went wrong with the last try, if anything did. */
export const Failed = ({ error }: { readonly error: Error | null }) => {
  const { failure } = useWords();
  if (!error) return null;
  const { title, lines } = failure(failureOf(error));
  return <Notice tone="failure" urgent title={title} lines={lines} />;
};
