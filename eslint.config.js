// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const product = ['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}'];

/** What one file keeps to itself. Who may import whom is in test/support/fence.cjs. */
const keepers = [
  {
    file: 'electron/main/ipc.ts',
    selector: 'Identifier[name="ipcMain"]',
    message: 'Only electron/main/ipc.ts touches ipcMain: add an operation to shared/contract.ts and its handler.',
  },
  {
    file: 'electron/preload/index.ts',
    selector: 'Identifier[name="ipcRenderer"]',
    message: 'Only electron/preload/index.ts touches ipcRenderer: call window.desk by way of renderer/api.ts.',
  },
  {
    file: 'electron/main/credentials/keychain.ts',
    selector: 'Literal[value="keytar"]',
    message: 'Secrets go through electron/main/credentials/keychain.ts.',
  },
  {
    file: 'electron/main/window.ts',
    selector: 'Identifier[name="webPreferences"]',
    message: 'Every window is made in electron/main/window.ts, with all its hardening.',
  },
  {
    file: 'electron/main/protocol.ts',
    selector:
      ':matches(Literal[value=/content-security-policy/i], TemplateElement[value.raw=/content-security-policy/i])',
    message: 'There is one content security policy, a header set in electron/main/protocol.ts.',
  },
  {
    file: 'electron/main/audit/durable-file.ts',
    selector: 'Identifier[name=/^(fsync|fsyncSync|fdatasync|fdatasyncSync|datasync)$/]',
    message: 'What must be durable is written through electron/main/audit/durable-file.ts.',
  },
  {
    file: 'electron/main/audit/durable-file.ts',
    selector: 'CallExpression[arguments.length=0] > MemberExpression.callee[property.name="sync"]',
    message: 'What must be durable is written through electron/main/audit/durable-file.ts.',
  },
  {
    file: 'electron/main/places.ts',
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'The environment is read in electron/main/places.ts alone; take what you need as an argument.',
  },
  {
    file: '', // nobody's
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by its name, so that it has the same one everywhere.',
  },
];

/**
 * @param {string} [file]
 * @returns {import('eslint').Linter.RuleEntry}
 */
const restrictedIn = (file) => [
  'error',
  ...keepers.filter((keeper) => keeper.file !== file).map(({ selector, message }) => ({ selector, message })),
];

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'test/results/', 'test/support/floor-launcher.cjs', 'test/support/fence.cjs']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        // All rooms at once: room by room, what they share would be understood five times.
        project: 'test/support/tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ports are made of closures; nothing here has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // An adapter may keep its port's promise without waiting for anything.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  { files: product, rules: { 'no-console': 'error', 'no-restricted-syntax': restrictedIn() } },
  ...keepers
    .filter(({ file }) => file)
    .map(({ file }) => ({ files: [file], rules: { 'no-restricted-syntax': restrictedIn(file) } })),
  { files: ['renderer/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    // Plain Node scripts read JSON as it comes.
    files: ['**/*.{js,mjs}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
