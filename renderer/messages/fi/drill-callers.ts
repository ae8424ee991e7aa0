import type { DrillWords } from '../drill-shape.js';
import { drillRuleWords as rules } from './drill-rules.js';

const callers: DrillWords['callers'] = {
  genuine: {
    name: 'Helmi, lukossa',
    start:
      'Hei, täällä Helmi Harjula. Näppäilin salasanan liian monta kertaa väärin ja tili lukkiutui. Voisitteko palauttaa sen?',
    truth: 'Helmi oli Helmi. Tie on kaikille sama, joten kenenkään ei tarvitse arvata, kuka on rehellinen.',
  },
  forgetful: {
    name: 'Unto, joka ei ole aivan varma',
    start: 'Päivää, Unto Muistola. Salasana on taas hukassa. Anteeksi, en koskaan muista näitä.',
    noMatch: 'Voi, annoinkin vanhan osoitteeni. Katson kortista … nyt löytyi.',
    truth: 'Unto oli Unto ja sanoi yhden asian väärin. Kerran saa kysyä uudelleen; puhelin hänet tunnisti.',
  },
  ended: {
    name: 'Pirjo, jolla on pikku kysymys',
    start: 'Hei, Pirjo Lähtenyt Kuuselta. Tarvitsisin vain apua, että näkisin vanhat viestini.',
    stop: 'Miten niin yhteyshenkilö? Olinhan siellä töissä vielä viime kuussa!',
    truth: 'Pirjon käyttö on päättynyt. Hänen tietojaan ei avata, oli kysymys miten ystävällinen tahansa.',
  },
  restricted: {
    name: 'Raija, joka tarvitsee tukea',
    start: 'Raija Kieltävä, huomenta. Sovellukseni ei aukea. Katsoisitteko, mikä tilissäni on vikana?',
    stop: 'Ymmärrän. Kyllä, kielsin tietojeni käytön. Miten saan kiellon perutuksi?',
    truth: 'Raija on kieltänyt tietojensa käytön. Vain tietopyyntö voi jatkua, ja sekin vasta tunnistettuna.',
  },
  'lost-phone': {
    name: 'Leena, matkalla',
    start:
      'Moi, Leena Rannikko. Olen lentokentällä, puhelin on kadonnut ja salasana pitäisi palauttaa ennen koneeseen nousua.',
    proof:
      'Ette te voi soittaa, siitähän tässä on kyse: puhelin on poissa. Mutta kuulittehan, että tiedän itsestäni kaiken!',
    callBack: 'Rekisterin numerosta vastataan: ”Leena täällä. Ei, en ole soittanut teille. Puhelin on kädessäni.”',
    noCode: 'Viesti? Siihen puhelimeenko, jota minulla ei enää ole?',
    stop: 'Hyvä on. Yritän uudestaan, kun vuorossa on joku mukavampi.',
    sight: 'Kamera? Sehän oli siinä puhelimessa! Ja passi on laukussa, jonka jätin jo koneeseen.',
    truth: 'Soittaja oli hyökkääjä, jolla oli oikeat tiedot. Tietoja voi ostaa, Leenan kädessä olevaa puhelinta ei.',
  },
  pusher: {
    name: 'Viljo, jolla on kiire',
    start:
      'Kiireinen. Esitys hallitukselle alkaa viiden minuutin päästä eivätkä tunnukseni toimi. Palauttakaa ne heti.',
    proof: 'Ei ole aikaa soitella! Esimiehesi ohittaa tämän aina. Minä kannan vastuun, kirjaa se.',
    callBack:
      'Rekisterin numero hälyttää, eikä kukaan vastaa. Toisella linjalla: ”Se on vanha puhelimeni. Merkitse vain, että tavoitit minut.”',
    noCode: 'Viestejä, tällaisella hetkellä? Kirjoita mitkä tahansa kuusi numeroa!',
    more: 'Siinä näet. Palauta ne nyt!',
    stop: 'Tästä kuullaan vielä.',
    sight: 'Näyttääkö siltä, että minulla on aikaa elokuviin? Kuulit ääneni, se riittää.',
    truth:
      'Soittaja oli hyökkääjä. Kiire ja asema ovat hänen keinojaan; ohittamiseen tarvitaan syy, oikeus ja työtoveri.',
  },
  namesake: {
    name: 'Juha, jolla on yleinen nimi',
    start: 'Juha Kaksonen, terve. Asematunnukseni pääsy pitäisi palauttaa. Käyttäjätunnus on jkakson, luulen.',
    noMatch: 'Hetkinen, meitä on kaksi samannimistä. Tunnukseni on jkakson2. Olen Tammella töissä, en Männyllä.',
    truth:
      'Juha oli Juha, mutta ensimmäinen henkilö oli hänen kaimansa. Jos tiedot eivät täsmää, auki voi olla väärä henkilö.',
  },
  'for-a-colleague': {
    name: 'Annan asialla',
    start: 'Hei, soitan Anna Poissaolon puolesta. Hän istuu vieressäni kokouksessa ja pyytää palauttamaan salasanansa.',
    proof: 'Eikö se käy näin? Minulla on kaikki hänen tietonsa tässä edessäni.',
    callBack: 'Rekisterin numerosta vastataan: ”Anna. En ole pyytänyt ketään soittamaan. En ole missään kokouksessa.”',
    stop: 'No, hoitakoon sitten itse.',
    sight: 'Anna ei pääse nyt kameran ääreen. Mutta voin näyttää oman korttini.',
    truth: 'Anna ei ollut pyytänyt mitään. Se, joka puhuu toisen puolesta, ei ole tuo toinen.',
  },
  'new-number': {
    name: 'Ossi, jolla on uusi puhelin',
    start: 'Ossi Vaihtola. Sain eilen uuden puhelimen ja numeron, enkä nyt pääse kirjautumaan. Saisinko palautuksen?',
    proof: 'Soittakaa siihen uuteen numeroon, sehän on jo rekisterissänne!',
    stop: 'Selvä, kysyn meidän yhteyshenkilöltämme.',
    truth:
      'Soittaja saattoi hyvinkin olla Ossi. Eilen vaihtunut numero ei todista mitään: hyökkääjä vaihtaa sen ensin.',
  },
  manager: {
    name: 'Marketta, johtaja',
    start: 'Johtola, Kuusen johtaja. En ehdi vastailla kyselyihin. Tiedätte, kuka olen. Palauttakaa tunnukseni.',
    asked: 'Tämä on naurettavaa. Mutta olkaa hyvä, kirjoittakaa.',
    proof: 'Soittaisitte takaisin? Minähän puhun kanssanne! Eikö tätä voi kerrankin jättää väliin?',
    callBack: 'Rekisterin numerosta vastataan: ”Johtola. No niin. Ainakin joku täällä on huolellinen.”',
    more: 'Viestikin vielä? Jos kerran on pakko.',
    truth: 'Marketta oli Marketta. Tunnistus vei minuutin ja lisäsi hänen luottamustaan.',
  },
  doubter: {
    name: 'Ebba, joka on varovainen',
    start: 'Ebba Tvivelström. Tarvitsen palautuksen, mutta ensin: mistä tiedän, että te edes olette tuki?',
    asked: 'Te kyselette minulta, mutta kuka te olette? Vastaan, jos voitte osoittaa olevanne aito.',
    proof: 'Hyvä: soittakaa numeroon, joka teillä on, niin tiedän, että se olette te.',
    callBack: 'Rekisterin numerosta vastataan: ”Ebba. Nyt minäkin uskon teitä.”',
    code: 'Viesti tuli, ja siinä on kaksi sanaa. Sanokaa ne, niin luen koodin.',
    truth: 'Ebba oli Ebba ja kysyi aiheesta. Takaisinsoitto ja kaksi sanaa todentavat myös työpisteen.',
  },
  guesser: {
    name: 'Sampo, joka pyytää apua',
    start: 'Moi, Sampo Arvaila. Sovelluksessa on ongelma, voitko auttaa nopeasti?',
    noMatch: 'Mikä niistä oli väärin? Osoiteko? Kerro, niin korjaan.',
    stop: 'Oliko edes organisaatio oikein?',
    sight: 'Minulla ei ole kameraa tässä. Mihin sitä tarvitset?',
    truth:
      'Soittaja oli hyökkääjä, joka kerää vastauksia. Täsmännyttä ei koskaan kerrota: vastaus koskee kaikkia tietoja yhdessä.',
  },
  loss: {
    name: 'Tuula, järkyttynyt',
    start:
      'Tuula Kadonnut. Laukkuni varastettiin, ja siinä olivat puhelin ja kone! Pelkään, että joku käyttää tiliäni.',
    proof: 'Heillä on puhelimeni, älkää soittako siihen!',
    callBack: 'Rekisterin numero on suljettu.',
    verified: 'Kiitos. Sulkekaa kaikki, ja heti.',
    sight: 'Miten voisin? Henkilökorttikin oli laukussa.',
    truth:
      'Tuula oli Tuula. Sulkeminen on tarkoituksella helppoa: erehdyksestä on vähän haittaa, ja oikeaan osuessaan se auttaa heti.',
  },
  'looked-up': {
    name: 'Kaarina, jolla on kysymys',
    start: 'Kaarina Kysyjä. Haluan tietää, onko joku teillä hakenut tietojani, ja miksi.',
    verified: 'Hyvä. Haluaisin vastauksen kirjallisena.',
    truth: 'Kaarina oli Kaarina. Jokainen saa kysyä tätä; se on tietopyyntö, ja sekin alkaa tunnistuksesta.',
  },
};

export const drillWords: DrillWords = {
  choose: {
    title: 'Kuka soittaa?',
    about: 'Puhelu etenee kuin oikea. Merkinnät tehdään harjoituksena, eikä lopun arviota tallenneta minnekään.',
    anyone: 'Kuka tahansa',
  },
  panel: {
    title: 'Soittaja',
    ask: 'Jos kysyt',
    says: 'Soittaja sanoo',
    sight: 'Jos pyydät nähdä',
    message: { caller: 'Soittajan viesti', contact: 'Yhteyshenkilön viesti' },
    elsewhere: { caller: 'Viesti ei tullut soittajalle.', contact: 'Yhteyshenkilö ei anna sitä eteenpäin.' },
  },
  end: {
    title: 'Mitä puhelu osoitti',
    about: 'Tämän näet vain sinä, ja vain harjoituksen loppuun.',
    kept: 'Oikein',
    risky: 'Riski',
    next: 'Seuraava soittaja',
  },
  anyone: {
    identify: 'Totta kai. Mitä tarvitsette?',
    asked: 'Toki, tässä.',
    noMatch: 'Outoa. Minulla se on näin.',
    proof: 'Sopii, soittakaa takaisin.',
    callBack: 'Rekisterin numerosta vastataan: ”Kyllä, minä tässä. Puhuimme juuri.”',
    code: 'Kyllä, viesti tuli. Luen sen teille.',
    noCode: 'Mitään ei tullut. No, onko se 123 456?',
    approved: 'Yhteyshenkilömme kertoi koodin. Luen sen teille.',
    notApproved: 'Yhteyshenkilömme? Kukaan ei ole kertonut minulle mitään.',
    sight: 'Soittaja avaa kameran: kasvot ovat samat kuin vieressä olevassa henkilökortissa, ja nimi täsmää.',
    more: 'Eikö se riittänyt? Hyvä on, mitä vielä?',
    verified: 'Kiitos. Voitteko nyt auttaa?',
    stop: 'Vai niin. Mitä minun sitten pitäisi tehdä?',
  },
  callers,
  rules,
};
