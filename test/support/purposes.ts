/** Purposes of every kind that leaves a request behind, in the place of the demo's. */
const more = {
  'privacy-request': {
    kind: 'privacy-request',
    points: 6,
    factors: 2,
    strongest: 'medium',
    compare: ['workEmail'],
    show: ['name', 'userName', 'workEmail'],
  },
  block: { kind: 'block', points: 2, factors: 1, compare: ['workEmail'], show: [] },
  disclose: {
    kind: 'disclose',
    sensitive: false,
    points: 2,
    factors: 1,
    compare: ['workEmail'],
    show: ['name', 'userName', 'workPhone'],
  },
  'end-of-use': { kind: 'end-of-use', points: 2, factors: 1, compare: ['workEmail'], show: ['status'] },
} as const;

/** The policy's text with these purposes besides its own. */
export const withRequestPurposes = (text: string): string => {
  const policy = JSON.parse(text) as { purposes: object };
  return JSON.stringify({ ...policy, purposes: { ...policy.purposes, ...more } });
};

export const requestPurposes = more;
