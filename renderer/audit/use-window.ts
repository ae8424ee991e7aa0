import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { headHeight, offsetShowing, rowHeight, windowOf } from './window-of.js';

/** The rows of a long list that are in sight, and a way to bring another into it. */
export const useWindow = (scroller: RefObject<HTMLElement | null>, count: number) => {
  const [height, setHeight] = useState(0);
  const [scrollTop, setScrollTop] = useState(0);
  /** Where a pixel stands for more than a row, scrolling could not tell one row from the next. */
  const exact = useRef<{ readonly element: number; readonly list: number } | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setHeight(Math.max(0, element.clientHeight - headHeight));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const { element: at, list } = exact.current ?? { element: Number.NaN, list: 0 };
      const isExact = Math.abs(element.scrollTop - at) < 1;
      if (!isExact) exact.current = null;
      setScrollTop(isExact ? list : element.scrollTop);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller]);

  const shown = windowOf(count, height, scrollTop);
  const { scale, offset } = shown;
  const reveal = (row: number): void => {
    const next = offsetShowing(row, height, offset) / scale;
    exact.current = { element: Math.round(next), list: next };
    setScrollTop(next);
    scroller.current?.scrollTo({ top: Math.round(next) });
  };
  return { ...shown, height, reveal, pageRows: Math.max(1, Math.floor(height / rowHeight) - 1) };
};
