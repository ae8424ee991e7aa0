import { createAuditLog, type AuditLog } from './audit/audit-log.js';
import { onDisk } from './audit/durable-file.js';
import type { Stamp } from './audit/entry.js';
import { createEvidence, type Evidence } from './audit/evidence.js';
import { createJournal, type Journal } from './audit/journal.js';
import { createKeyFile, type KeyFile } from './credentials/key-file.js';
import { createKeychain, type Keychain } from './credentials/keychain.js';
import { signingKey } from './credentials/signing-key.js';
import type { Host } from './desk.js';
import type { Policy } from './policy/schema.js';
import { trailing } from './trailing.js';

interface Keys {
  readonly keychain: Keychain;
  readonly keys: KeyFile;
}

/** The keychain takes its time: asked now, it has answered when the window wants to know. */
export const openKeys = ({ keyFolder, keychainService }: Host): Keys => {
  const keychain = createKeychain({ service: keychainService });
  const keys = createKeyFile({ folder: keyFolder, keychain, ...onDisk });
  void keys.open();
  return { keychain, keys };
};

interface Parts extends Keys {
  readonly host: Host;
  readonly policy: Policy | null;
  readonly stamp: () => Stamp;
  readonly onAppended: () => void;
}

/** The audit's part of the composition root: the journal, what proves it, and the log over both. */
export const composeAudit = (
  parts: Parts,
): { readonly audit: AuditLog; readonly journal: Journal; readonly evidence: Evidence } => {
  const { host, policy, keychain, keys, stamp, onAppended } = parts;
  const evidence = createEvidence({
    keychain,
    key: signingKey(keys, policy?.organisation.domain),
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: trailing<void>(200, () => host.emit({ kind: 'state' })),
  });
  // Opened already while the keychain was asked: then the journal is judged as soon as there is a key.
  void keys.open().then((opened) => (opened.ok ? evidence.ready() : opened));
  const journal = createJournal({
    folder: host.journalFolder,
    stamp,
    evidence,
    // A step of the call is several entries, and the window has better things to draw between them.
    onAppended: trailing(200, (head: number) => {
      host.emit({ kind: 'audit', head });
      onAppended();
    }),
  });
  const audit = createAuditLog({ journal, keys, stamp });
  return { audit, journal, evidence };
};
