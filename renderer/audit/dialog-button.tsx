import { Suspense, useState, type ReactNode } from 'react';
import { Button } from '../ui/button.js';

interface DialogButtonProps {
  readonly action: string;
  /** The dialog, which may come late. */
  readonly children: (onClose: () => void) => ReactNode;
}

export const DialogButton = ({ action, children }: DialogButtonProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{action}</Button>
      <Suspense fallback={null}>{open && children(() => setOpen(false))}</Suspense>
    </>
  );
};
