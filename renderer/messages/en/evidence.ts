export const evidence = {
  title: 'Evidence',
  key: 'Public key of this desk',
  noKey: 'None until the keychain is open',
  closed: 'Nothing is verified: the journal is not open',
  refused: 'Not verified: the journal cannot be relied on',
  keyless: 'Not verified yet: the desk’s key is not open',
  verified: 'Verified to entry {{to}}',
  verifying: 'Verifying: entry {{to}} of {{head}}',
  checking: 'Verifying the journal',
  anchored: 'anchored at entry {{size}}, {{at}}',
  notAnchored: 'not anchored yet',
  begins: 'begins with entry {{first}}: older ones were removed by age',
} as const;
