import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../../electron/main/policy/document.js';
import { isBranch, merge, placeIn, type Layer } from '../../../../../electron/main/policy/layer.js';

type Leaves = Readonly<Record<string, unknown>>;

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
);
/** As a policy is shaped: what is an object in one source is one in all. */
const { shaped } = fc.letrec<{ shaped: Leaves; inner: unknown }>((tie) => ({
  shaped: fc
    .array(fc.tuple(key, tie('inner')), { maxLength: 4 })
    .map(
      (pairs) =>
        Object.fromEntries(pairs.map(([name, value]) => [isBranch(value) ? `${name}-of` : name, value])) as Leaves,
    ),
  inner: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('shaped')),
}));
const anything = fc.jsonValue({ maxDepth: 4 });

const leavesOf = (value: unknown, path: readonly string[] = []): (readonly [string, unknown])[] =>
  isBranch(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
    : [[JSON.stringify(path), value]];

const layerOf = (value: unknown, source: string): Layer => {
  const read = readDocument({ source, text: JSON.stringify(value, undefined, 2) });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.layer;
};

describe('merging policy', () => {
  it('lets the machine win: whatever the later source says is in force', () => {
    fc.assert(
      fc.property(anything, anything, (earlier, later) => {
        const merged = new Map(leavesOf(merge(earlier, later)));
        for (const [path, value] of leavesOf(later)) if (!isBranch(value)) expect(merged.get(path)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing that the later source does not say otherwise', () => {
    fc.assert(
      fc.property(shaped, shaped, (earlier, later) => {
        const merged = new Map(leavesOf(merge(earlier, later)));
        const said = new Map(leavesOf(later));
        for (const [path, value] of leavesOf(earlier)) {
          if (!isBranch(value) && !said.has(path)) expect(merged.get(path)).toEqual(value);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to the same whichever two neighbours are merged first', () => {
    fc.assert(
      fc.property(shaped, shaped, shaped, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps to the order: of two that differ, the last is in force', () => {
    fc.assert(
      fc.property(leaf, leaf, (first, second) => {
        expect(merge({ a: { b: first } }, { a: { b: second } })).toEqual({ a: { b: second } });
      }),
    );
  });

  it('replaces a list as a whole', () => {
    expect(merge({ a: [1, 2, 3] }, { a: [4] })).toEqual({ a: [4] });
  });

  it('tells for every value in force who says it, and in which line', () => {
    fc.assert(
      fc.property(fc.array(shaped, { minLength: 1, maxLength: 4 }), (values) => {
        const layers = values.map((value, index) => layerOf(value, String(index)));
        const merged = values.reduce<unknown>(merge, {});
        for (const [path, value] of leavesOf(merged)) {
          if (isBranch(value)) continue;
          const place = placeIn(layers, JSON.parse(path) as string[]);
          const said = new Map(leavesOf(values[Number(place?.source)]));
          expect(said.get(path)).toEqual(value);
          expect(place?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
