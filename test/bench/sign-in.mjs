// @ts-check

/**
 * Signs in once; the token stays for later starts.
 * @param {{ open: () => Promise<import('../support/desk.mjs').Desk>, registry: { token: string } }} ours
 */
export async function signIn({ open, registry }) {
  const desk = await open();
  await enter(desk.page, registry.token);
  await desk.close();
}

/**
 * As far as the first call: the token, then the notice.
 * @param {import('@playwright/test').Page} page
 * @param {string} token
 */
export async function enter(page, token) {
  await page.locator('input[type=password]').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('.told .button').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('input[name=purpose]').first().waitFor();
}
