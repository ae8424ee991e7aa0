import type { PurposeScore, Reason } from '../../../shared/policy-score.js';
import { weaknessWords } from '../../../shared/weakness-words.js';
import { nearestPlace } from './check.js';
import type { Layer, Place } from './layer.js';

/** What makes a purpose weak, and where the policy says so. */
export interface Warning extends Place {
  readonly path: string;
  readonly kind: Reason['code'];
  /** In English. */
  readonly detail: string;
}

export type RatedPurpose = Omit<PurposeScore, 'reasons'> & { readonly warnings: readonly Warning[] };

const pathOf = (path: string) => path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

const warningOf = ({ code, path, value }: Reason, layers: readonly Layer[]): Warning => ({
  ...nearestPlace(layers, pathOf(path)),
  ...{ path, kind: code, detail: weaknessWords[code].replace('{{value}}', [value].flat().join(', ')) },
});

/** The scores of a policy, their reasons with the source and line to look at. */
export const rate = (scores: readonly PurposeScore[], layers: readonly Layer[]): readonly RatedPurpose[] =>
  scores.map(({ reasons, ...score }) => ({ ...score, warnings: reasons.map((reason) => warningOf(reason, layers)) }));
