export const evidence = {
  title: 'Todisteet',
  key: 'Tämän työpisteen julkinen avain',
  noKey: 'Ei ole, ennen kuin avainnippu on auki',
  closed: 'Mitään ei ole tarkistettu: loki ei ole auki',
  refused: 'Ei tarkistettu: lokiin ei voi luottaa',
  keyless: 'Ei vielä tarkistettu: työpisteen avain ei ole auki',
  verified: 'Tarkistettu merkintään {{to}} asti',
  verifying: 'Tarkistetaan: merkintä {{to}}/{{head}}',
  checking: 'Lokin tarkistus',
  anchored: 'ankkuroitu merkintään {{size}}, {{at}}',
  notAnchored: 'ei vielä ankkuroitu',
  begins: 'alkaa merkinnästä {{first}}: vanhemmat on poistettu iän perusteella',
};
