interface Frame {
  readonly origin: string;
}

interface Contents<F extends Frame> {
  readonly mainFrame: F;
}

interface Message<F extends Frame, C extends Contents<F>> {
  readonly sender: C;
  readonly senderFrame: F | null;
}

/** Whether a message comes from our window, from its main frame, and from our origin. */
export const isFromOurPage = <F extends Frame, C extends Contents<F>>(
  { sender, senderFrame }: Message<F, C>,
  ours: C,
  origin: string,
): boolean =>
  sender === ours && senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === origin;
