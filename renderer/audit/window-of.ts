/** Heights in CSS pixels, as audit.css has them. */
export const rowHeight = 32;
export const headHeight = 32;

/**
 * Chromium draws nothing beyond 33,554,428 device pixels, which is 500,000 rows at twice the size. A longer list has a scroll bar of this
 * height all the same, of which a pixel stands for more; that is what the list libraries do not do.
 */
const mostPixels = 15_000_000;

/** Of a list whose rows are alike: where one is in it, and which rows that shows. */
export const windowOf = (count: number, height: number, scrollTop: number) => {
  const total = count * rowHeight;
  const pixels = Math.min(total, mostPixels);
  const scale = pixels > height ? (total - height) / (pixels - height) : 1;
  const offset = Math.max(0, Math.min(scrollTop * scale, total - height));
  const first = Math.floor(offset / rowHeight);
  const last = Math.min(count - 1, Math.floor((offset + height) / rowHeight));
  return { pixels, scale, offset, first, last, shift: offset - first * rowHeight };
};

/** Where the list has to be for that row to be seen whole: where it is, if it is. */
export const offsetShowing = (row: number, height: number, offset: number): number =>
  Math.min(row * rowHeight, Math.max(offset, (row + 1) * rowHeight - height));
