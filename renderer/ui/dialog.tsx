import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly urgent?: boolean;
  /** For what is read side by side. */
  readonly wide?: boolean;
}

/** Over everything else; keeps the focus, closes on Esc and gives the focus back. */
export const Dialog = ({ title, onClose, children, urgent, wide }: DialogProps) => (
  <ModalOverlay
    className="dialog-cover"
    isOpen
    isDismissable={!urgent}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className={wide ? 'dialog-place dialog-wide' : 'dialog-place'}>
      <AriaDialog className="dialog" role={urgent ? 'alertdialog' : 'dialog'}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
