import type { GatewayName } from '../shared/gateway.js';

/** A key of the desk's own. */
export type DeskKey = GatewayName | 'registry';

const place = 'tunniste.key-saved';

/** The page that a key is typed into is taken away once the key is kept; the next page goes on where that one was. */
export const savedInSettings = {
  expect: (key: DeskKey): void => sessionStorage.setItem(place, key),
  forget: (): void => sessionStorage.removeItem(place),
  is: (key: DeskKey): boolean => sessionStorage.getItem(place) === key,
  isAny: (): boolean => sessionStorage.getItem(place) !== null,
};
