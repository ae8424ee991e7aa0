import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** Makes an installed program the twin that a driver can speak to: only that fuse differs. */
export const makeTwin = (program: string): Promise<number> =>
  flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
