import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

export type Overlay = 'palette' | 'shortcuts';

const focused = (): HTMLElement | null => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
};

/** What is open over the screens. When it closes, the focus goes back to where it was, also after one overlay led to another. */
export const useOverlay = () => {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const show = useCallback((next: Overlay | null) => {
    const outside = focused();
    if (next && outside && !outside.closest('[role=dialog]')) before.current = outside;
    startTransition(() => setOverlay(next));
  }, []);
  useEffect(() => {
    if (!overlay && !focused()) before.current?.focus();
  }, [overlay]);
  return [overlay, show] as const;
};
