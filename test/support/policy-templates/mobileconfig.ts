import { createHash } from 'node:crypto';
import { bundleIdentifier } from '../../../electron/main/policy/machine.js';
import { example } from './example.js';
import { element, textElement } from './xml.js';

/** A property list's XML (Apple, `plist(5)`). */
const plist = (value: unknown): string => {
  if (typeof value === 'boolean') return `<${value}/>`;
  if (typeof value === 'number') return textElement('integer', {}, String(value));
  if (Array.isArray(value)) return element('array', {}, ...value.map(plist));
  if (typeof value === 'object' && value !== null) {
    return element(
      'dict',
      {},
      ...Object.entries(value).flatMap(([key, inner]) => [textElement('key', {}, key), plist(inner)]),
    );
  }
  return textElement('string', {}, String(value));
};

/** The same for the same name, so that the template changes only with the policy. */
const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(`${bundleIdentifier} ${name}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-5$3-8$4-$5').toUpperCase();
};

const payload = (name: string, type: string, more: object): object => ({
  PayloadType: type,
  PayloadVersion: 1,
  PayloadIdentifier: `${bundleIdentifier}.${name}`,
  PayloadUUID: uuidOf(name),
  PayloadDisplayName: 'Tunniste',
  ...more,
});

/** A device's profile whose forced settings become the managed preferences of the machine; the example's values are there to be replaced. */
export const mobileconfig = (): string => {
  const settings = payload('settings', 'com.apple.ManagedClient.preferences', {
    PayloadEnabled: true,
    PayloadContent: { [bundleIdentifier]: { Forced: [{ mcx_preference_settings: example }] } },
  });
  const profile = payload('policy', 'Configuration', {
    PayloadScope: 'System',
    PayloadRemovalDisallowed: true,
    PayloadOrganization: example.organisation.name,
    PayloadContent: [settings],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
${element('plist', { version: '1.0' }, plist(profile))}
`;
};
