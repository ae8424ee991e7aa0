// @ts-check

/**
 * Signs in once; the token stays for later starts.
 * @param {{ open: () => Promise<import('../support/desk.mjs').Desk>, registry: { token: string } }} ours
 */
export async function signIn({ open, registry }) {
  const desk = await open();
  await desk.page.locator('input[type=password]').fill(registry.token);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('radio').first().waitFor();
  await desk.close();
}
