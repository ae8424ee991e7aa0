import { expect, it } from 'vitest';
import { isWarning } from '../../../../../electron/main/delivery/severity.js';
import { entryTypes } from '../../../../../shared/audit-entry.js';

it('whoever watches a collector is warned of what was refused or failed, went around proof, or touched the journal or its keys', () => {
  expect(entryTypes.filter(isWarning)).toEqual([
    'policy.refused',
    'session.refused',
    'keychain.refused',
    'keys.forgotten',
    'device-key.rotating',
    'device-key.rotated',
    'bypass.asked',
    'call.bypassed',
    'subject.locked',
    'request.failed',
    'erasure.refused',
    'report.refused',
    'operation.refused',
    'flag.raised',
    'delivery.begun',
    'delivery.failed',
    'journal.cut',
    'journal.resumed',
    'journal.ahead',
    'journal.refused',
  ]);
});
