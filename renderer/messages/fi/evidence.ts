export const evidence = {
  title: 'Todisteet',
  key: 'Tämän työpisteen julkinen avain',
  noKey: 'Ei ole, ennen kuin avainnippu on auki',
  verified: 'Tarkistettu merkintään {{to}} asti',
  verifying: 'Tarkistetaan: merkintä {{to}}/{{head}}',
  checking: 'Lokin tarkistus',
  anchored: 'ankkuroitu merkintään {{size}}, {{at}}',
  notAnchored: 'ei vielä ankkuroitu',
  begins: 'alkaa merkinnästä {{first}}: vanhemmat on poistettu iän perusteella',
};
