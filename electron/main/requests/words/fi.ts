import type { LetterWords } from '../letter-words.js';

export const fi: LetterWords = {
  kind: {
    'privacy-request': 'Tietosuojapyyntö',
    'end-of-use': 'Tietojen poistopyyntö',
    block: 'Ilmoitus katoamisesta tai väärinkäytöstä',
    disclose: 'Tietojen luovutus',
  },
  asked: {
    'privacy-request': 'Henkilö kysyy omista tiedoistaan. Vastatkaa viimeistään alla mainittuna päivänä.',
    'end-of-use': 'Organisaatio ilmoittaa käytön päättyneen. Poistakaa tiedot ja vahvistakaa poisto työpisteelle.',
    block:
      'Katoamisesta tai väärinkäytöstä ilmoitettiin. Soittaja tunnistettiin vain tietojen perusteella: estäkää ensin, kysykää sitten.',
    disclose: 'Henkilöä koskevien tietojen luovutus kirjattiin. Säilyttäkää tämä asiakirjoissanne.',
  },
  matter: {
    access: 'haluaa nähdä tietonsa',
    rectification: 'haluaa oikaista tietojaan',
    erasure: 'haluaa tietonsa poistettaviksi',
    restriction: 'haluaa rajoittaa tietojensa käyttöä',
    portability: 'haluaa siirtää tietonsa',
    objection: 'vastustaa tietojensa käyttöä',
    question: 'kysyy',
    'activation-event': 'osoitettu aktivointitapahtumalla',
    'in-writing': 'osoitettu kirjallisesti',
    'lost-device': 'laite kadonnut',
    'leaked-credentials': 'salasana väärissä käsissä',
    misuse: 'tunnusta käytetty väärin',
    law: 'lain nojalla',
    agreement: 'sopimuksen nojalla',
  },
  field: {
    name: 'Nimi',
    userName: 'Käyttäjätunnus',
    workEmail: 'Työsähköposti',
    workPhone: 'Työpuhelin',
    stationCode: 'Asematunnus',
    organisation: 'Organisaatio',
    status: 'Tila',
  },
  restricted: 'Henkilö on kieltänyt tietojensa käytön.',
  row: {
    reference: 'Viite',
    ticket: 'Tiketti',
    created: 'Vastaanotettu',
    due: 'Vastattava viimeistään',
    matter: 'Asia',
    words: 'Soittajan sanoin',
    recipient: 'Vastaanottaja',
    basis: 'Oikeusperuste',
    handed: 'Kentät',
  },
};
