// @ts-check

/**
 * Which inputs became which files: an in-toto statement v1 with a SLSA provenance v1 predicate.
 * @param {object} given
 * @param {import('./source.mjs').Source} given.source
 * @param {{ name: string, sha256: string }[]} given.subjects
 * @param {import('../../test/support/runtime.mjs').Runtime} given.runtime
 * @param {string} given.runtimeHash SHA-256 of the runtime's program, before its fuses were set
 * @param {Awaited<ReturnType<typeof import('./packed-packages.mjs').shippedPackages>>} given.packages what of others is built in
 * @param {{ name: string, sha256: string }[]} given.parts every file of the program
 * @param {import('./asked.mjs').Asked} given.asked
 * @param {NodeJS.ProcessEnv} given.env
 */
export const provenance = ({ source, subjects, runtime, runtimeHash, packages, parts, asked, env }) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: subjects.map(asResource),
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://tunniste.example/build/npm-run-dist/v1',
      externalParameters: { command: 'npm run dist', unsigned: asked.unsigned, compression: asked.compression },
      internalParameters: { version: source.version, treeWasClean: source.clean, floorRuntime: runtime.floor },
      resolvedDependencies: [
        { uri: `git+${source.repository}`, digest: { gitCommit: source.commit } },
        { name: 'package-lock.json', digest: { sha256: source.lockHash } },
        { name: 'electron', uri: `pkg:github/electron/electron@v${runtime.version}`, digest: { sha256: runtimeHash } },
        ...packages.map(({ purl, sha512 }) => ({ uri: purl, digest: { sha512 } })),
      ],
    },
    runDetails: {
      builder: {
        id: env['TUNNISTE_BUILDER'] ?? 'https://tunniste.example/builder/by-hand',
        version: { node: process.versions.node },
      },
      byproducts: parts.map(asResource),
      metadata: { invocationId: env['TUNNISTE_INVOCATION'] ?? `${source.commit}/${source.version}` },
    },
  },
});

/** @param {{ name: string, sha256: string }} file */
const asResource = ({ name, sha256 }) => ({ name, digest: { sha256 } });
