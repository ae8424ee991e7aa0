import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';

const ErasureDialog = lazy(async () => ({ default: (await import('./erasure-dialog.js')).ErasureDialog }));

/** For the privacy officer. @param subject the pseudonym that is looked at, or nothing */
export const ErasureButton = ({ subject }: { readonly subject: string }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('erasure.open')}</Button>
      <Suspense fallback={null}>{open && <ErasureDialog subject={subject} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
