// @ts-check

/** The demo's rule takes two ways to prove; one of them is enough where a test is about something else. */
export const byCallBack = { points: 6, factors: 2, strongest: /** @type {const} */ ('medium'), accept: [] };

/**
 * The policy with a reset that a call-back opens.
 * @template {{ readonly purposes: Readonly<Record<string, object>> }} P
 * @param {P} policy
 * @returns {P}
 */
export const resetByCallBack = (policy) => ({
  ...policy,
  purposes: { ...policy.purposes, 'access-reset': { ...policy.purposes['access-reset'], ...byCallBack } },
});
