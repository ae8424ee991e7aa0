import { fail, type Result } from '../../../../shared/result.js';
import type { OidcParts } from './oidc-sign-in.js';
import type { Kept } from './provider.js';
import type { createWelcome } from './welcome.js';

type Parts = Pick<OidcParts, 'store' | 'provider' | 'started' | 'door'> & {
  readonly welcome: ReturnType<typeof createWelcome>;
};

/** Brings back what was kept from last time, if the provider still knows it. */
export const createResuming = ({ store, provider, started, door, welcome }: Parts) => {
  let resuming: Promise<Result<void>> | null = null;
  let departures = 0;

  const resumeKept = async (kept: Kept): Promise<Result<void>> => {
    const before = departures;
    const isWanted = (): boolean => departures === before;
    let newest = kept;
    const keep = async (rotated: Kept): Promise<void> => {
      newest = rotated;
      if (isWanted()) await store.keep(rotated);
    };
    const grant = await provider.refresh(kept, keep);
    if (!isWanted()) {
      // SECURITY: signed out meanwhile: nobody may use what came, whoever sits here by now.
      await provider.revoke({ accessToken: grant.ok ? grant.value.accessToken : null, kept: newest });
      return fail('sign-in-cancelled');
    }
    if (grant.ok) return welcome(grant.value, 'kept-token', isWanted);
    if (grant.error.code === 'session-ended' || grant.error.code === 'another-person') {
      await started;
      door.shut();
      await store.forget();
    }
    return grant;
  };

  return {
    get isUnderWay(): boolean {
      return resuming !== null;
    },
    resume: (kept: Kept): Promise<Result<void>> => {
      resuming ??= resumeKept(kept).finally(() => (resuming = null));
      return resuming;
    },
    /** Somebody signs out: what is under way brings nobody back. */
    forsake: (): void => void (departures += 1),
  };
};
