import { nothingShown, recordKept } from './kept.js';

export const deliveryFailures = {
  'undelivered-too-many': {
    what: 'Liian moni merkintä ei ole päässyt yhteenkään keräimeen, joten ketään ei voi hakea.',
    kept: nothingShown,
    next: 'Odota hetki ja yritä uudelleen. Jos se jatkuu, kerro ylläpitäjälle; asetuksista näkee, mikä keräin ei ota merkintöjä vastaan.',
  },
  'delivery-unavailable': {
    what: 'Työpiste ei voi lukea tai kirjoittaa, mihin asti keräimet ovat ehtineet.',
    kept: recordKept,
    next: 'Pyydä ylläpitäjää tarkistamaan levy ja oikeudet lokin vieressä olevaan delivery-kansioon.',
  },
  'collector-ahead': {
    what: 'Keräimellä on merkintöjä, joita tässä lokissa ei ole: lokia on katkaistu tai se on palautettu vanhasta kopiosta.',
    kept: nothingShown,
    next: 'Älä koske lokin kansioon. Kerro heti ylläpitäjälle.',
  },
  'collector-unreachable': {
    what: 'Keräimeen ei saada yhteyttä.',
    kept: recordKept,
    next: 'Sinun ei tarvitse tehdä mitään: sitä yritetään uudelleen. Jos se jatkuu, kerro ylläpitäjälle.',
  },
  'collector-timeout': {
    what: 'Keräin ei vastannut ajoissa.',
    kept: recordKept,
    next: 'Sinun ei tarvitse tehdä mitään: sitä yritetään uudelleen. Jos se jatkuu, kerro ylläpitäjälle.',
  },
  'collector-certificate': {
    what: 'Keräimen varmenne tai salaus ei kelpaa, joten sille ei lähetetty mitään.',
    kept: recordKept,
    next: 'Kerro ylläpitäjälle.',
  },
  'collector-key-unreadable': {
    what: 'Varmennetta tai avainta, jonka työpiste näyttää keräimelle, ei voi lukea.',
    kept: recordKept,
    next: 'Pyydä ylläpitäjää tarkistamaan säännöissä nimetyt tiedostot.',
  },
  'collector-unauthorised': {
    what: 'Keräin ei tunne tätä työpistettä.',
    kept: recordKept,
    next: 'Kerro ylläpitäjälle, että keräin torjuu tämän koneen.',
  },
  'collector-cut': {
    what: 'Keräin katkaisi yhteyden ennen kuin oli ottanut kaiken vastaan.',
    kept: recordKept,
    next: 'Sinun ei tarvitse tehdä mitään: kaikki lähetetään uudelleen. Jos se jatkuu, kerro ylläpitäjälle.',
  },
  'collector-busy': {
    what: 'Keräin ei ota juuri nyt mitään vastaan.',
    kept: recordKept,
    next: 'Sinun ei tarvitse tehdä mitään: sitä yritetään uudelleen.',
  },
  'collector-refused': {
    what: 'Keräin ei hyväksynyt merkintöjä.',
    kept: recordKept,
    next: 'Pyydä ylläpitäjää tarkistamaan keräin; kaikki lähetetään uudelleen, kunnes se ottaa merkinnät vastaan.',
  },
};
