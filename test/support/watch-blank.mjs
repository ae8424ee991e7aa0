// @ts-check

/**
 * Watches for the next frame with nothing in it, from now on or from the next key going down, whichever is later, by the page's own clock.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ milliseconds: Promise<number>, at: Promise<number> }>} how long it took, and when it was (milliseconds since 1970)
 */
export async function watchBlank(page) {
  // The page that was measured is gone when it is asked; what it printed is not.
  const line = page.waitForEvent('console', (message) => message.text().startsWith('blank after '));
  await page.evaluate(() => {
    const root = document.getElementById('root');
    let from = performance.now();
    addEventListener('keydown', ({ timeStamp }) => (from = timeStamp), { capture: true });
    const watch = new MutationObserver(() => {
      if (root?.childElementCount !== 0 || document.body.innerText.trim() !== '') return;
      watch.disconnect();
      // A message sent while a frame is made arrives when that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        const now = performance.now();
        console.log(`blank after ${now - from} at ${performance.timeOrigin + now}`);
      };
      requestAnimationFrame(() => port1.postMessage(null));
    });
    if (root) watch.observe(root, { childList: true });
  });
  const numbers = line.then((message) => (message.text().match(/[\d.]+/g) ?? []).map(Number));
  return {
    milliseconds: numbers.then(([milliseconds]) => milliseconds ?? Number.NaN),
    at: numbers.then(([, at]) => at ?? Number.NaN),
  };
}
