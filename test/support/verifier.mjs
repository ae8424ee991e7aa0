// @ts-check
import { bundle } from './bundle.mjs';
import { at } from './run.mjs';

/** Makes one file of the stand-alone verifier, that Node runs as it is; answers its path. @param {string} [folder] */
export const verifier = (folder = at('out/audit')) => bundle('electron/tunniste-audit/tunniste-audit.ts', folder);
