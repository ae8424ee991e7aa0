import { defineConfig } from 'vitest/config';
import { nativeInPlace } from '../resources/native.mjs';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  define: nativeInPlace,
  test: {
    include: ['test/{unit,integration}/**/*.test.{ts,tsx}'],
    typecheck: {
      enabled: true,
      include: ['test/unit/**/*.test-d.ts'],
      tsconfig: 'test/tsconfig.json',
      ignoreSourceErrors: true, // npm run check tells of those
    },
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
