// Who may import whom (dependency-cruiser). What one file keeps to itself is in eslint.config.js.

/** Rooms of main whose pure parts and ports other rooms may use as values; types may be imported from any room. */
const doors = [
  'audit/(anchor|disclosure|audit-log|disk-failure|entry)',
  'call/(asked|assurance|demand|ticket)',
  'credentials/sealed-text',
  'factors/([^/]+|letter/words)',
  'mail/mailbox',
  'lint/ways',
  'native/native-module',
  'network/failure',
  'policy/(schema|policy|filter-syntax)',
  'turns/(turns|breathe)',
  'requests/(back-off|letter)',
  'registry/(registry|subject|phone|folding|is-asked)',
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      'Move what both need into the one that both know.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    {
      name: 'no-circles-of-rooms',
      comment: 'One of the two rooms knows the other, not both: pass it as an argument.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^electron/main/' },
      to: { circular: true },
    },
    rule(
      'product-knows-no-test',
      'Test hooks do not belong into the product.',
      { path: '^(electron|shared|renderer)/' },
      { path: '^(test|resources)/' },
    ),
    rule(
      'shared-stands-alone',
      'shared/ imports its parser library only: move what needs more into main or the renderer.',
      { path: '^shared/' },
      { pathNot: '^(shared/|.*node_modules/zod/)' },
    ),
    rule(
      'renderer-knows-shared-only',
      'The renderer asks main through renderer/api.ts; what both speak is in shared/.',
      { path: '^renderer/' },
      { path: '^(electron/|.*node_modules/electron/)' },
    ),
    rule(
      'renderer-has-no-node',
      'There is no Node in the renderer: make it an operation in shared/contract.ts.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'preload-carries-only',
      'The preload loops over shared/contract.ts and has no logic: do it in main.',
      { path: '^electron/preload/' },
      { pathNot: '^(electron/preload/|shared/|.*node_modules/electron/)' },
    ),
    rule(
      'main-knows-shared-only',
      'What main and the renderer both speak is in shared/.',
      { path: '^electron/main/' },
      { path: '^(renderer|electron/preload)/' },
    ),
    rule(
      'only-index-composes',
      'Take what you need as an argument; electron/main/compose.ts passes it.',
      { path: '^electron/main/', pathNot: '^electron/main/(index|compose|compose-desk|compose-drill)\\.ts$' },
      { path: '^electron/main/(compose|compose-audit|compose-calls|compose-desk|compose-drill|index)\\.ts$' },
    ),
    rule(
      'rooms-take-arguments',
      'A room takes what it needs as arguments; electron/main/compose.ts passes it.',
      { path: '^electron/main/[^/]+/' },
      { path: '^electron/main/[^/]+\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'rooms-through-doors',
      'Take the other room as an argument and import its type only, or, if it is pure, list it as a door in test/support/fence.cjs.',
      { path: '^electron/main/([^/]+)/' },
      {
        path: '^electron/main/[^/]+/',
        pathNot: ['^electron/main/$1/', `^electron/main/(${doors.join('|')})\\.ts$`],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'evidence-stands-alone',
      'electron/evidence is what the desk and the stand-alone verifier both know: files, hashes and signatures alone.',
      { path: '^electron/evidence/' },
      { pathNot: '^electron/evidence/', dependencyTypesNot: ['core', 'type-only'] },
    ),
    rule(
      'verifier-knows-evidence-only',
      'The stand-alone verifier shares electron/evidence with the desk and nothing else.',
      { path: '^electron/tunniste-audit/' },
      { pathNot: '^electron/(tunniste-audit|evidence)/', dependencyTypesNot: ['core', 'type-only'] },
    ),
    rule(
      'one-index',
      'The index of the audit is renderer/read-model.',
      { pathNot: '^(renderer/read-model|test)/' },
      { path: 'node_modules/dexie/' },
    ),
    rule(
      'screens-stand-apart',
      'Screens do not know each other: what two need goes to renderer/ui, or beside renderer/app.tsx.',
      { path: '^renderer/([^/]+)/' },
      { path: '^renderer/[^/]+/', pathNot: '^renderer/($1|read-model|messages|ui)/' },
    ),
    rule(
      'ui-knows-nobody',
      'renderer/ui is the design alone: give it what it shows as properties.',
      { path: '^renderer/ui/' },
      { path: '^(renderer|shared)/', pathNot: '^renderer/ui/' },
    ),
    rule(
      'known-modules-only',
      'Add it to package.json, or correct the path.',
      { path: '^(electron|shared|renderer|test)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|html|json)$' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'require', 'node', 'default', 'types'],
    },
  },
};
