import type { DrillWords } from '../drill-shape.js';

export const drillRuleWords: DrillWords['rules'] = {
  purpose: {
    rule: 'Tarkoitus valitaan ensin, ja se ratkaisee, mitä kysytään ja näytetään.',
    kept: 'Tarkoitus sopi siihen, mitä soittaja halusi.',
    risky: 'Puhelun tarkoitus ei sopinut siihen, mitä soittaja halusi.',
  },
  record: {
    rule: 'Tiedot auttavat löytämään oikean henkilön.',
    kept: 'Lopussa avoinna oli oikea henkilö.',
    risky: 'Avoinna oli toisen henkilön tiedot.',
  },
  guesses: {
    rule: 'Vastaus koskee kaikkia tietoja yhdessä, eikä kenellekään kerrota, mikä niistä oli väärin.',
    kept: 'Kysyit väärän vastauksen jälkeen enintään kerran uudelleen.',
    risky: 'Soittaja sai arvata kolmesti tai useammin.',
  },
  'call-back': {
    rule: 'Takaisin soitetaan rekisterissä olevaan numeroon, ja tulos kerrotaan sellaisena kuin se oli.',
    kept: 'Kerroit, miten takaisinsoitto päättyi.',
    risky: 'Kerroit takaisinsoitosta muuta kuin mitä tapahtui.',
  },
  sighting: {
    rule: 'Se, joka vakuuttaa nähneensä henkilön, on nähnyt hänet ja asiakirjan.',
    kept: 'Vakuutit sen, minkä näit.',
    risky: 'Vakuutit sellaista, mitä soittaja ei ollut näyttänyt.',
  },
  pressure: {
    rule: 'Kiire ja asema eivät muuta mitään; tunnistuksen ohittaminen on oma oikeutensa.',
    kept: 'Et antanut painostuksen vaikuttaa.',
    risky: 'Ohitit tunnistuksen tai yritit ohittaa sen.',
  },
  proof: {
    rule: 'Ketään ei auteta ennen kuin hänet on tunnistettu tarkoitusta varten.',
    kept: 'Ketään ei autettu tunnistamatta.',
    risky: 'Puhelu päätettiin ratkaistuna, vaikka soittajaa ei ollut tunnistettu.',
  },
  impostor: {
    rule: 'Tiedot eivät ole todiste: ne osaa sanoa myös se, joka on varastanut ne.',
    kept: 'Soittaja oli joku muu, eikä hän päässyt läpi.',
    risky: 'Soittaja oli joku muu, ja hän pääsi läpi.',
  },
  minimum: {
    rule: 'Vain puhelussa tarvittavat tiedot näytetään.',
    kept: 'Näytit vain sen, mitä puhelussa tarvittiin.',
    risky: 'Näytit tietoja, joita puhelussa ei tarvittu.',
  },
  request: {
    rule: 'Muiden hoidettava asia jätetään heille jo puhelun aikana.',
    kept: 'Pyyntö jätettiin niille, jotka hoitavat sen.',
    risky: 'Soittajan asiaa ei jätetty kenenkään hoidettavaksi.',
  },
  outcome: {
    rule: 'Lopputulos kertoo, mitä todella tapahtui.',
    kept: 'Lopputulos sopii puheluun.',
    risky: 'Lopputulos ei sovi puheluun.',
  },
};
