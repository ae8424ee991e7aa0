import { disk } from './audit/durable-file.js';
import { createSealedTrail } from './audit/sealed-trail.js';
import { createErasure, type Erasure } from './erasure/erasure.js';
import type { Host } from './desk.js';

type Parts = Omit<Parameters<typeof createErasure>[0], 'trail' | 'now'> & {
  readonly host: Pick<Host, 'journalFolder'>;
};

/** The erasure's part of the composition root. */
export const composeErasure = ({ host, ...parts }: Parts): Erasure =>
  createErasure({ ...parts, trail: createSealedTrail(disk, host.journalFolder), now: () => new Date() });
