import { describe, expect, it } from 'vitest';
import { isFromOurPage } from '../../../../electron/main/trusted-sender.js';

const origin = 'app://desk';
const mainFrame = { origin };
const ours = { mainFrame };

describe('a message is trusted', () => {
  it("from our window's own page", () => {
    expect(isFromOurPage({ sender: ours, senderFrame: mainFrame }, ours, origin)).toBe(true);
  });

  it.each([
    ['a sub-frame of our window, even of our origin', { sender: ours, senderFrame: { origin } }],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
    ['another window with our page', { sender: { mainFrame }, senderFrame: mainFrame }],
  ])('never from %s', (_from, message) => expect(isFromOurPage(message, ours, origin)).toBe(false));

  it('never from our window when it shows another origin', () => {
    const strange = { origin: 'https://desk.example' };
    const taken = { mainFrame: strange };
    expect(isFromOurPage({ sender: taken, senderFrame: strange }, taken, origin)).toBe(false);
  });
});
