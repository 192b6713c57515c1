import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export has a different name in every file that imports it.',
};

/** What the pure domain may not do; the tsconfig of core keeps out most of it, this says why. */
const pureDomain = [
  noDefaultExport,
  {
    selector: 'Literal[raw=/^[0-9][0-9_]*\\.|^\\.[0-9]|^[0-9][0-9_.]*[eE]-/]',
    message:
      'No floats in core: amounts are integers of the minor unit, unit prices and rates integers of a millionth.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Core is pure: ids and chance come in the context.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Core is pure: the time comes in the context.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Core is pure: the time comes in the context.',
  },
];

const noDivision = ['BinaryExpression[operator="/"]', 'AssignmentExpression[operator="/="]'].map((selector) => ({
  selector,
  message: 'Division makes fractions: use a named rounding of money/rounding.ts.',
}));

export default defineConfig(
  // Directives for what oxlint asks are none of its own.
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { ignores: ['packages/sdk/src/openapi.ts', '**/dist/', '**/node_modules/', 'data/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // What needs types is asked by oxlint (.oxlintrc.json): the same rules over the native compiler, in a tenth of the time.
    extends: [tseslint.configs.strict],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['packages/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^@docket/(?!sdk$)|packages/', message: 'Screens know the client of the API alone.' }],
          paths: [
            {
              name: '@mantine/notifications',
              importNames: ['notifications'],
              message: 'notify (parts/notify.ts) gives the close button its name.',
            },
          ],
        },
      ],
    },
  },
  { files: ['packages/web/src/parts/notify.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-support.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...pureDomain, ...noDivision],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'setTimeout', 'setInterval', 'console'],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.)', message: 'Core imports nothing but core, by relative path.' }] },
      ],
    },
  },
  {
    files: ['packages/core/src/money/rounding.ts'],
    rules: { 'no-restricted-syntax': ['error', ...pureDomain] },
  },
  // A test that is wrong about what is there fails at that very line.
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
