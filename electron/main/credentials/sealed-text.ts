import { randomBytes } from 'node:crypto';
import { closeBox, openBox } from './sealed-box.js';

/** Of this run only. */
const ownKey = randomBytes(32);

/**
 * A secret that is kept for long and needed now and then: in between its letters stand nowhere in memory, where a crash dump or a swap
 * file would show them. Who can run code in this process can open it.
 */
export interface SealedText {
  open(): string;
}

export const sealText = (text: string): SealedText => {
  const box = closeBox(Buffer.from(text), ownKey);
  return {
    open: () => {
      const content = openBox(box, ownKey);
      if (content === null) throw new Error('a text that was sealed here does not open');
      return content.toString('utf8');
    },
  };
};
