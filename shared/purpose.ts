/**
 * What a purpose does with the person it found, which decides the call's course and whom it may open:
 * `help` a verified caller is shown fields · `billing-check` active or ended and when, without identity · `privacy-request` a question about
 * one's own data, which alone opens people who have forbidden the use of theirs · `end-of-use` a customer says that somebody has left ·
 * `block` a report of loss or misuse · `disclose` fields handed over by law or agreement.
 */
export const purposeKinds = ['help', 'billing-check', 'privacy-request', 'end-of-use', 'block', 'disclose'] as const;
export type PurposeKind = (typeof purposeKinds)[number];

export const strengths = ['signal', 'medium', 'strong'] as const;
export type Strength = (typeof strengths)[number];
