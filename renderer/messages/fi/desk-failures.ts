import { callKept, nothing, nothingShown, recordKept, typingKept } from './kept.js';

export const deskFailures = {
  unexpected: {
    what: 'Tapahtui jotakin odottamatonta.',
    kept: callKept,
    next: 'Yritä kerran uudelleen. Jos se toistuu, päätä puhelu ja kerro ylläpitäjälle.',
  },
  'invalid-request': {
    what: 'Pyyntöä ei ymmärretty.',
    kept: typingKept,
    next: 'Lyhennä kirjoittamaasi ja yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'policy-invalid': {
    what: 'Sääntötiedosto hylättiin, joten ketään ei voi hakea.',
    kept: nothingShown,
    next: 'Anna ongelmaluettelo tiedoston ylläpitäjälle.',
  },
  'not-signed-in': { what: 'Et ole kirjautunut.', kept: nothing, next: 'Kirjaudu ensin.' },
  'desk-locked': {
    what: 'Työpiste on lukittu.',
    kept: callKept,
    next: 'Avaa lukitus ja tee vaihe uudelleen.',
  },
  'look-not-kept': {
    what: 'Työpiste näyttää valitsemaltasi, mutta valintaa ei voitu säilyttää.',
    kept: nothing,
    next: 'Vapauta levytilaa ja valitse uudelleen; muuten seuraava käynnistys näyttää entiseltä.',
  },
  'not-locked': { what: 'Työpistettä ei ole lukittu.', kept: nothing, next: 'Jatka siitä, missä olet.' },
  'not-same-agent': {
    what: 'Tämä ei ole se, joka on kirjautunut tähän.',
    kept: nothing,
    next: 'Yritä uudelleen. Viiden väärän yrityksen jälkeen työpiste kirjaa sinut ulos.',
  },
  forbidden: {
    what: 'Roolisi ei salli tätä.',
    kept: nothing,
    next: 'Pyydä rooli ylläpitäjältä, jos työsi vaatii sen.',
  },
  'program-altered': {
    what: 'Ohjelman osa ei ole se, jonka kanssa ohjelma on tehty, eikä sitä ladattu.',
    kept: nothingShown,
    next: 'Kerro ylläpitäjälle: Tunniste on asennettava uudelleen ja selvitettävä, miten se muuttui.',
  },
  'keychain-missing': {
    what: 'Tässä tietokoneessa ei ole avainnippua, eikä avaimia säilytetä muualla.',
    kept: nothingShown,
    next: 'Asenna tai käynnistä avainnippu (Linuxissa GNOME Keyring tai KWallet) ja yritä uudelleen.',
  },
  'keychain-locked': {
    what: 'Avainnippu on lukittu.',
    kept: nothingShown,
    next: 'Avaa se tietokoneesi salasanalla ja yritä uudelleen. Lukitun avaimen tilalle ei koskaan tehdä uutta.',
  },
  'keychain-denied': {
    what: 'Avainnippu ei päästänyt ohjelmaa.',
    kept: nothingShown,
    next: 'Salli Tunniste, kun järjestelmä kysyy, ja yritä uudelleen.',
  },
  'keychain-timeout': {
    what: 'Avainnippu ei vastannut 15 sekunnissa.',
    kept: nothingShown,
    next: 'Katso, onko järjestelmän kysymys tämän ikkunan takana, vastaa siihen ja yritä uudelleen.',
  },
  'key-file-unreadable': {
    what: 'Avaintiedostoa ei voi lukea avainnipun avaimella.',
    kept: recordKept,
    next: 'Älä poista sitä. Pyydä ylläpitäjää palauttamaan tiedosto tai avainnippu.',
  },
  'token-invalid': {
    what: 'Tämä ei näytä pääsyavaimelta.',
    kept: nothing,
    next: 'Liitä koko avain ilman välilyöntejä ja rivinvaihtoja.',
  },
  'audit-unavailable': {
    what: 'Lokiin ei voi kirjata, joten mitään ei tehdä eikä ketään voi hakea.',
    kept: nothingShown,
    next: 'Yritä uudelleen. Jos se toistuu, tarkista lokin levy ja kansio ylläpitäjän kanssa.',
  },
  'audit-damaged': {
    what: 'Loki on vaurioitunut, joten ketään ei voi hakea.',
    kept: 'Mitään ei näytetty, ja loki jätettiin sellaiseksi kuin se oli.',
    next: 'Älä koske lokikansioon. Kerro heti ylläpitäjälle.',
  },
  'audit-truncated': {
    what: 'Loki on lyhyempi kuin avainnippu kertoo: sen lopusta puuttuu merkintöjä, joten ketään ei voi hakea.',
    kept: 'Mitään ei näytetty, eikä lokin jäljellä olevaan osaan koskettu.',
    next: 'Älä koske lokikansioon. Kerro heti ylläpitäjälle: sen tilalle on ehkä palautettu vanha kopio.',
  },
  'audit-anchor-missing': {
    what: 'Avainnippu ei enää tiedä, kuinka pitkä loki on, joten ketään ei voi hakea.',
    kept: 'Mitään ei näytetty, eikä lokiin koskettu.',
    next: 'Kerro heti ylläpitäjälle: tieto on ehkä poistettu avainnipusta.',
  },
  'audit-in-use': {
    what: 'Toinen Tunniste käyttää lokia.',
    kept: nothingShown,
    next: 'Käytä jo avointa ikkunaa, tai sulje se ja käynnistä uudelleen.',
  },
  'audit-folder-unsafe': {
    what: 'Lokikansio ei ole turvallinen: se on jaettu, synkronoitu tai muille avoin.',
    kept: nothingShown,
    next: 'Pyydä ylläpitäjää siirtämään se paikalliseen kansioon, jota vain sinä voit lukea.',
  },
  'audit-not-open': {
    what: 'Tapahtumaloki ei ole auki.',
    kept: recordKept,
    next: 'Avaa tapahtumalokin näkymä uudelleen.',
  },
  'disk-low': {
    what: 'Levy on lähes täynnä, eikä yhtäkään vaihetta saa jättää kirjaamatta.',
    kept: nothingShown,
    next: 'Vapauta tilaa ja yritä uudelleen.',
  },
};
