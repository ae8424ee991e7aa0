import { runtime } from './runtime.mjs';
import { setUp } from './set-up.mjs';
import { stage } from './stage.mjs';

/** Once for all end-to-end tests; what the workers need of it goes through the environment. */
export default async function globalSetUp(): Promise<() => Promise<void>> {
  await setUp('electron', 'screen', 'keyring', 'certificates', 'accounts', 'connections', 'directory', 'collector');
  await runtime();
  if (process.env['TUNNISTE_APP'] !== undefined) return async () => undefined; // staged already, by whoever runs everything
  const app = await stage();
  process.env['TUNNISTE_APP'] = app.path;
  return app.remove;
}
