import { randomBytes } from 'node:crypto';
import { createAuditLog } from '../../../electron/main/audit/audit-log.js';
import { createJournal } from '../../../electron/main/audit/journal.js';

/** Records without end into the folder it is given and prints the number of each entry once it is durable; or why it cannot. */
const recordForever = async (folder: string): Promise<void> => {
  const stamp = () => ({ agent: 'agent-1', role: 'agent', desk: 'desk-1', app: '0.1.0', policy: 'p1' });
  const key = randomBytes(32);
  const keys = async () => ({ ok: true, value: key }) as const;
  const journal = createJournal({ folder, stamp, segmentBytes: 50_000 });
  const audit = createAuditLog({ journal, stamp, keys: { pepper: keys, monthKey: keys, subjectKey: keys } });
  for (;;) {
    const sealed = { identifier: 'x'.repeat(Math.floor(Math.random() * 3000)) };
    const recorded = await audit.record(
      { type: 'lookup.requested', sealed },
      { type: 'lookup.answered', outcome: 'none' },
    );
    console.log(recorded.ok ? recorded.value.seq : recorded.error.code);
    if (!recorded.ok) return;
  }
};

void recordForever(process.argv[2] ?? '');
