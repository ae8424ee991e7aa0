import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
};

/** By what the page is painted now; whoever paints by hand paints anew when it changes. */
export const useTheme = (): string | undefined =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset['theme']);
