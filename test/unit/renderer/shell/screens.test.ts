import { expect, it } from 'vitest';
import { shortcuts } from '../../../../renderer/commands.js';
import { screenIds } from '../../../../renderer/shell/screens.js';

it('the rail goes down the screens as Alt and the digits do', () => {
  const digits = screenIds.map((screen) => shortcuts.find(({ id }) => id === screen)?.key);
  expect(digits).toEqual(['1', '2', '3', '4', '5']);
});
