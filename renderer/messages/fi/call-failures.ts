import { callKept, nothing, nothingShown, typingKept } from './kept.js';

export const callFailures = {
  'registry-unreachable': {
    what: 'Rekisteriin ei saada yhteyttä.',
    kept: typingKept,
    next: 'Tarkista verkko ja yritä uudelleen.',
  },
  'registry-timeout': {
    what: 'Rekisteri ei vastannut ajoissa.',
    kept: typingKept,
    next: 'Yritä uudelleen. Jos se ei vastaa, kerro soittajalle palaavasi asiaan.',
  },
  'registry-certificate': {
    what: 'Rekisterin varmenne ei kelpaa, joten mitään ei lähetetty.',
    kept: typingKept,
    next: 'Älä jatka. Kerro ylläpitäjälle.',
  },
  'registry-unencrypted': {
    what: 'Rekisteri ei suostunut suojattuun yhteyteen, joten mitään ei lähetetty.',
    kept: typingKept,
    next: 'Älä jatka. Kerro ylläpitäjälle.',
  },
  'registry-unauthorised': {
    what: 'Rekisteri ei hyväksynyt pääsyavainta.',
    kept: typingKept,
    next: 'Pyydä ylläpitäjältä toimiva pääsyavain. Jos olet kirjautuneena, kirjaudu ensin ulos asetuksissa.',
  },
  'registry-key-missing': {
    what: 'Rekisterin pääsyavainta ei ole annettu tällä työpisteellä.',
    kept: typingKept,
    next: 'Anna se asetuksissa. Saat sen ylläpitäjältä.',
  },
  'registry-key-refused': {
    what: 'Hakemisto ei hyväksynyt tämän työpisteen pääsyavainta.',
    kept: typingKept,
    next: 'Poista avain asetuksissa ja anna uusi, jonka saat ylläpitäjältä.',
  },
  'registry-forbidden': {
    what: 'Rekisteri ei salli tätä hakua.',
    kept: typingKept,
    next: 'Pyydä hakuoikeus ylläpitäjältä.',
  },
  'registry-not-found': {
    what: 'Säännöissä olevassa osoitteessa ei ole rekisteriä.',
    kept: typingKept,
    next: 'Kerro ylläpitäjälle, että osoite on väärä.',
  },
  'registry-busy': { what: 'Rekisteri on kuormittunut.', kept: typingKept, next: 'Odota hetki ja yritä uudelleen.' },
  'registry-failed': {
    what: 'Rekisteri epäonnistui.',
    kept: typingKept,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'registry-redirected': {
    what: 'Rekisteri ohjasi toiseen osoitteeseen, eikä sinne menty.',
    kept: typingKept,
    next: 'Kerro ylläpitäjälle.',
  },
  'registry-too-large': {
    what: 'Rekisteri lähetti aivan liikaa, ja vastaus hylättiin.',
    kept: typingKept,
    next: 'Hae tarkemmalla tunnisteella. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'registry-invalid': {
    what: 'Rekisterin vastauksessa ei ollut järkeä, ja se hylättiin.',
    kept: typingKept,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'proxy-refused': {
    what: 'Verkon välityspalvelin vaatii kirjautumisen, jota tämä ohjelma ei tarjoa.',
    kept: typingKept,
    next: 'Kerro ylläpitäjälle: välityspalvelimen täytyy hyväksyä tili, jolla olet kirjautunut tietokoneeseen.',
  },
  'proxy-blocked': {
    what: 'Verkon välityspalvelin ei päästänyt ohjelmaa rekisteriin.',
    kept: typingKept,
    next: 'Kerro ylläpitäjälle, mihin rekisteriin ei päästy.',
  },
  'proxy-unreachable': {
    what: 'Verkon välityspalvelimeen ei saada yhteyttä.',
    kept: typingKept,
    next: 'Tarkista verkko ja yritä uudelleen. Jos vika jatkuu, kerro ylläpitäjälle.',
  },
  'client-certificate-missing': {
    what: 'Rekisteri vaatii tämän tietokoneen varmenteen, eikä mitään lähetetty.',
    kept: typingKept,
    next: 'Kerro ylläpitäjälle: säännöissä ei nimetä sellaista varmennetta, tai se puuttuu tietokoneesta.',
  },
  'search-cancelled': { what: 'Keskeytit haun.', kept: typingKept, next: 'Hae uudelleen painamalla Enter.' },
  'purpose-unknown': {
    what: 'Säännöissä ei ole tällaista käyttötarkoitusta.',
    kept: typingKept,
    next: 'Valitse toinen käyttötarkoitus.',
  },
  'ticket-invalid': {
    what: 'Tiketti ei ole sääntöjen mukaisessa muodossa.',
    kept: typingKept,
    next: 'Tarkista tiketti ja kirjoita se uudelleen.',
  },
  'link-off': {
    what: 'Linkki hylättiin: linkit eivät ole käytössä tällä työpisteellä.',
    kept: nothing,
    next: 'Kysy ylläpitäjältä, jos työsi vaatii linkkejä.',
  },
  'link-invalid': {
    what: 'Linkki hylättiin: tämä työpiste ei ota sellaista vastaan.',
    kept: nothing,
    next: 'Kirjoita tikettinumero itse. Jos linkki tulee tikettijärjestelmästä, kerro ylläpitäjälle.',
  },
  'identifier-too-short': { what: 'Tämä on liian lyhyt hakuun.', kept: typingKept, next: 'Pyydä koko tunniste.' },
  'identifier-too-long': { what: 'Tämä on liian pitkä hakuun.', kept: typingKept, next: 'Kirjoita vain tunniste.' },
  'identifier-invalid': {
    what: 'Tällä ei voi hakea.',
    kept: typingKept,
    next: 'Tarkista kirjoitusasu ja hakuperuste; nimi vaatii molemmat nimet ja organisaation.',
  },
  'identifier-lookalike': {
    what: 'Siinä on kirjaimia, jotka vain näyttävät tavallisilta.',
    kept: typingKept,
    next: 'Kirjoita se itse liittämisen sijaan. Jos soittaja lähetti sen, ole varovainen.',
  },
  'claims-missing': {
    what: 'Jokin kysytyistä tiedoista puuttuu vielä.',
    kept: typingKept,
    next: 'Täytä kaikki kentät ja vertaa sitten.',
  },
  'call-open': { what: 'Puhelu on jo auki.', kept: callKept, next: 'Päätä se ennen uuden aloittamista.' },
  'no-call': { what: 'Puhelua ei ole auki.', kept: nothing, next: 'Aloita uusi puhelu.' },
  'wrong-step': {
    what: 'Tämä vaihe ei kuulu puhelun tähän kohtaan.',
    kept: callKept,
    next: 'Jatka näkyvissä olevasta vaiheesta.',
  },
  'candidate-unknown': {
    what: 'Ehdokas ei ole enää luettelossa.',
    kept: callKept,
    next: 'Hae uudelleen ja valitse uudesta luettelosta.',
  },
  'dial-failed': {
    what: 'Ohjelmistopuhelin ei ottanut numeroa vastaan.',
    kept: callKept,
    next: 'Aloita takaisinsoitto uudelleen. Jos se ei vieläkään onnistu, kerro ylläpitäjälle, että tel:-linkit eivät toimi.',
  },
  'factor-unavailable': {
    what: 'Tätä tunnistustapaa ei voi käyttää tälle henkilölle.',
    kept: callKept,
    next: 'Käytä muuta tapaa tai päätä puhelu tunnistamattomana.',
  },
  'factor-not-taken': {
    what: 'Tämä tunnistustapa ei kelpaa tähän käyttötarkoitukseen.',
    kept: callKept,
    next: 'Käytä jotakin tarjotuista tavoista tai päätä puhelu tunnistamattomana.',
  },
  'field-not-allowed': {
    what: 'Tämä käyttötarkoitus ei saa näyttää tietoa.',
    kept: nothingShown,
    next: 'Jos puhelu vaatii sen, päätä puhelu ja aloita uusi toisella käyttötarkoituksella.',
  },
  'field-empty': { what: 'Rekisterissä ei ole tätä tietoa.', kept: callKept, next: 'Jatka ilman sitä.' },
  'not-verified': { what: 'Soittajaa ei ole tunnistettu.', kept: nothingShown, next: 'Todenna soittaja ensin.' },
  'verification-expired': {
    what: 'Tunnistus on vanhentunut.',
    kept: nothingShown,
    next: 'Vertaa ja todenna uudelleen tai päätä puhelu.',
  },
  'not-revealed': {
    what: 'Tieto on jo piilossa, joten sitä ei voi kopioida.',
    kept: callKept,
    next: 'Näytä se ja kopioi sitten.',
  },
  'call-locked': {
    what: 'Väärien vastausten raja täyttyi, ja puhelu on lukittu.',
    kept: nothingShown,
    next: 'Päätä puhelu ja noudata oman organisaatiosi huijausohjeita.',
  },
  'bypass-not-allowed': {
    what: 'Todennusta ei saa ohittaa tähän käyttötarkoitukseen.',
    kept: nothingShown,
    next: 'Todenna soittaja muulla tavalla tai päätä puhelu tunnistamattomana.',
  },
};
