import { expect, test } from 'vitest';
import { runChecks } from '../../../../../electron/main/self-test/check.js';
import { stateChecks } from '../../../../../electron/main/self-test/state.js';
import { fail, ok } from '../../../../../shared/result.js';

type Parts = Parameters<typeof stateChecks>[0];

const parts = (more: Partial<Parts> = {}): Parts => {
  let kept: Uint8Array | null = null;
  return {
    prepare: async () => ok(undefined),
    read: async () => ok({ tip: { seq: 3 } }),
    lock: async () => ok(undefined),
    keychain: {
      set: async (_, key) => ok(void (kept = key)),
      get: async () => ok(kept),
      delete: async () => ok(true),
    },
    ...more,
  };
};

const results = async (more?: Partial<Parts>) =>
  (await runChecks(stateChecks(parts(more)))).map(({ result }) => result);

test('a journal and a keychain that work are sound', async () => {
  expect(await results()).toEqual(['sound', 'sound']);
});

test('a journal that an open desk holds is sound', async () => {
  expect(await results({ lock: async () => fail('audit-in-use') })).toEqual(['sound', 'sound']);
});

test.each([
  { prepare: async () => fail('audit-folder-unsafe') },
  { read: async () => fail('audit-damaged') },
  { lock: async () => fail('program-altered') },
])('a journal that fails is wrong: %o', async (more) => {
  expect(await results(more)).toEqual(['wrong', 'sound']);
});

test('a keychain that gives back something else, or nothing, is wrong', async () => {
  for (const back of [null, Buffer.alloc(32, 1)]) {
    const keychain = { ...parts().keychain, get: async () => ok(back) };
    expect(await results({ keychain })).toEqual(['sound', 'wrong']);
  }
});
