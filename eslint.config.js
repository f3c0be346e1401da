import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/** The arrows of the import graph: what a folder of src may not import. */
const arrows = [
  {
    folder: 'domain',
    forbidden: [
      'admin',
      'collections',
      'commands',
      'database',
      'graphql',
      'operations',
      'site',
      'translations',
      'exports',
      '.',
    ],
  },
  {
    folder: 'database',
    forbidden: [
      'admin',
      'collections',
      'commands',
      'graphql',
      'operations',
      'site',
      'exports',
      '.',
    ],
  },
  {
    folder: 'operations',
    forbidden: ['admin', 'collections', 'commands', 'graphql', 'site', 'exports'],
  },
  {
    folder: 'translations',
    forbidden: [
      'admin',
      'collections',
      'commands',
      'database',
      'domain',
      'graphql',
      'operations',
      'site',
      'exports',
    ],
  },
  { folder: 'collections', forbidden: ['admin', 'commands', 'graphql', 'site', 'exports'] },
  {
    folder: 'graphql',
    forbidden: ['admin', 'collections', 'commands', 'database', 'site', 'exports'],
  },
  {
    folder: 'admin',
    forbidden: ['collections', 'commands', 'database', 'graphql', 'site', 'exports'],
  },
  {
    folder: 'site',
    forbidden: ['admin', 'collections', 'commands', 'graphql', 'operations', 'exports', '.'],
  },
]

/** Matches an import of a folder beside this one, from any depth. */
const from = (folder) =>
  folder === '.'
    ? { regex: '^(\\.\\./)+(index|options|plugin|host|sanitizeOptions)\\.js$' }
    : { regex: `^(\\.\\./)+${folder}/` }

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dev/.next-test/',
      '**/.next/',
      '**/next-env.d.ts',
      '**/importMap.js',
      'node_modules/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An index that was just checked is known to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // With a translation function's own type parameter there is no other way to say it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          message:
            'Only the database tells the time; pure functions get the instant as a parameter.',
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        },
        {
          message:
            'Only the database tells the time; pure functions get the instant as a parameter.',
          selector: "MemberExpression[object.name='Date'][property.name='now']",
        },
      ],
    },
  },
  ...arrows.map(({ folder, forbidden }) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...forbidden.map((other) => ({
              // Types carry no code along.
              allowTypeImports: folder !== 'domain',
              message: `src/${folder} does not import from ${other === '.' ? 'the entry' : `src/${other}`}: arrows point one way.`,
              ...from(other),
            })),
            ...(folder === 'domain'
              ? [
                  {
                    group: [
                      'payload',
                      'payload/*',
                      '@payloadcms/*',
                      'node:fs',
                      'node:http',
                      'react',
                    ],
                    message: 'The domain is pure: no Payload, no I/O.',
                  },
                ]
              : []),
          ],
        },
      ],
    },
  })),
  {
    // Documents of a Payload without generated types, and answers that are asserted, are any.
    files: ['test/**/*.{ts,tsx}', 'src/collections/**/*.ts'],
    rules: {
      // Payload marks the union of its hooks' operations for one member of it.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Plain scripts; `tsc` checks their types, and knows the globals.
  {
    files: ['**/*.mjs', 'eslint.config.js'],
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-undef': 'off' },
  },
)
