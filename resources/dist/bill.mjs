// @ts-check
import { must, npm } from '../../test/support/run.mjs';
import { shippedPackages } from './packed-packages.mjs';
import { sha256 } from './source.mjs';

/** @typedef {{ 'bom-ref': string, name: string, version: string, [key: string]: unknown }} Component */

/**
 * A CycloneDX bill of materials of what ships and nothing else: npm writes it for all that is installed, the bundler says what of that is in
 * the app, and the runtime's parts come from the runtime.
 * @param {import('./source.mjs').Source} source
 * @param {{ electron: string, chrome: string, node: string }} versions
 */
export async function billOfMaterials(source, versions) {
  // Everything is built in, so npm counts it among what development needs, and would leave it out where NODE_ENV says production.
  const bill = JSON.parse(
    await must([
      ...npm,
      'sbom',
      '--sbom-format=cyclonedx',
      '--sbom-type=application',
      '--include=dev',
      '--loglevel=error',
    ]),
  );
  const packed = new Set((await shippedPackages()).map(({ ref }) => ref));
  const components = /** @type {Component[]} */ (bill.components).filter((each) => packed.delete(each['bom-ref']));
  if (packed.size > 0) throw new Error(`npm does not know: ${[...packed].join(', ')}`);
  const refs = new Set([bill.metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])]);
  return {
    ...bill,
    serialNumber: `urn:uuid:${uuidOf(`${source.commit} ${source.version} ${JSON.stringify(versions)}`)}`,
    metadata: {
      ...bill.metadata,
      timestamp: source.time,
      component: { ...bill.metadata.component, name: 'tunniste', version: source.version },
    },
    components: [...components.map(asRequired), ...runtimeParts(versions)],
    dependencies: withRuntime(bill.dependencies, refs, bill.metadata.component['bom-ref'], versions),
  };
}

/** In our tree they are there for building; in the app they are needed. @param {Component} component */
const asRequired = ({ properties: _, ...component }) => ({ ...component, scope: 'required' });

/** @param {{ electron: string, chrome: string, node: string }} versions @returns {Component[]} */
const runtimeParts = ({ electron, chrome, node }) => [
  part('electron', electron, 'framework', `pkg:github/electron/electron@v${electron}`),
  part('chromium', chrome, 'framework', `pkg:generic/chromium@${chrome}`),
  part('node', node, 'platform', `pkg:github/nodejs/node@v${node}`),
];

/** @param {string} name @param {string} version @param {string} type @param {string} purl @returns {Component} */
const part = (name, version, type, purl) => ({
  'bom-ref': `${name}@${version}`,
  type,
  name,
  version,
  scope: 'required',
  purl,
});

/**
 * @param {{ ref: string, dependsOn: string[] }[]} all
 * @param {Set<string>} refs
 * @param {string} root
 * @param {{ electron: string, chrome: string, node: string }} versions
 */
function withRuntime(all, refs, root, versions) {
  const [electron, ...inside] = runtimeParts(versions).map((each) => each['bom-ref']);
  const kept = all
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  const own = kept.map((each) => (each.ref === root ? { ...each, dependsOn: [...each.dependsOn, electron] } : each));
  return [...own, { ref: electron, dependsOn: inside }, ...inside.map((ref) => ({ ref, dependsOn: [] }))];
}

/** A name-based UUID (RFC 9562 §5.8, version 8). @param {string} name */
function uuidOf(name) {
  const hex = sha256(name);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
