export const evidence = {
  title: 'Bevis',
  key: 'Arbetsplatsens publika nyckel',
  noKey: 'Ingen förrän nyckelringen är öppen',
  closed: 'Inget är kontrollerat: loggen är inte öppen',
  refused: 'Inte kontrollerad: loggen går inte att lita på',
  keyless: 'Ännu inte kontrollerad: arbetsplatsens nyckel är inte öppen',
  verified: 'Kontrollerad till anteckning {{to}}',
  verifying: 'Kontrolleras: anteckning {{to}} av {{head}}',
  checking: 'Loggen kontrolleras',
  anchored: 'förankrad vid anteckning {{size}}, {{at}}',
  notAnchored: 'ännu inte förankrad',
  begins: 'börjar med anteckning {{first}}: äldre har tagits bort efter ålder',
};
