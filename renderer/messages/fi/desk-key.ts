/** Of every key of the desk’s own. */
export const deskKey = {
  hint: 'Saat sen ylläpitäjältä. Se annetaan kerran, tallennetaan tämän tietokoneen avainnippuun eikä sitä näytetä enää.',
  own: 'Avain kuuluu työpisteelle, ei sinulle: se jää, kun kirjaudut ulos. Tallentaminen ja poistaminen kirjataan.',
  go: 'Tallenna avain',
  going: 'Tallennetaan avainnippuun…',
  kept: 'Avain on tallessa tämän tietokoneen avainnipussa.',
  remove: 'Poista avain',
  removeAsk: 'Poistetaanko avain?',
  saved: 'Avain on tallennettu',
};
