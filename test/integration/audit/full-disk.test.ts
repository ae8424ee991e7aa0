import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createJournal } from '../../../electron/main/audit/journal.js';
import { draft, stamp } from '../../unit/electron/main/audit/journal-of.js';
import { smallDisk } from '../../support/small-disk.mjs';

const here = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, name: '', lent: false };

test.runIf(process.platform === 'linux')(
  'a full disk refuses the record, keeps the journal whole, and takes entries again when there is room',
  async () => {
    const small = await smallDisk(20, here);
    try {
      const folder = join(small.path, 'tunniste', 'audit');
      const ballast = join(small.path, 'ballast');
      const journal = createJournal({ folder, stamp });
      onTestFinished(() => journal.close());
      expect((await journal.append([draft('first', 5000)])).ok).toBe(true);
      expect(await journal.ready()).toEqual({ ok: true, value: undefined });
      await writeFile(ballast, Buffer.alloc(30 * 1024 * 1024)).catch(() => undefined);
      expect(await journal.ready()).toEqual({ ok: false, error: { code: 'disk-low' } });
      expect(await journal.append([draft('second', 50_000)])).toEqual({ ok: false, error: { code: 'disk-low' } });
      await rm(ballast);
      expect(await journal.append([draft('third', 50_000)])).toEqual({ ok: true, value: 2 });
      await journal.close();
      const again = createJournal({ folder, stamp });
      expect(await again.open()).toEqual({ ok: true, value: undefined });
      const page = await again.page(0, 10);
      expect(page.ok && page.value.map(({ outcome }) => outcome)).toEqual(['first', 'third']);
      await again.close();
    } finally {
      await small.remove();
    }
  },
);
