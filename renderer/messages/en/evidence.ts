export const evidence = {
  title: 'Evidence',
  key: 'Public key of this desk',
  noKey: 'None until the keychain is open',
  verified: 'Verified to entry {{to}}',
  verifying: 'Verifying: entry {{to}} of {{head}}',
  checking: 'Verifying the journal',
  anchored: 'anchored at entry {{size}}, {{at}}',
  notAnchored: 'not anchored yet',
  begins: 'begins with entry {{first}}: older ones were removed by age',
} as const;
