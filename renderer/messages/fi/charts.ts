export const charts = {
  view: 'Näkymä',
  views: { entries: 'Tapahtumat', charts: 'Kaaviot' },
  title: 'Kaaviot',
  about:
    'Laskettu koko työpisteestä, ei koskaan tukihenkilöittäin. Aika ja käyttötarkoitus rajaavat; harjoitukset jäävät pois.',
  outcomes: 'Miten puhelut päättyivät',
  held: 'Onnistuneet todennukset',
  failed: 'Epäonnistuneet todennukset',
  total_one: 'yhteensä {{count, number}}',
  total_other: 'yhteensä {{count, number}}',
  nothing: 'Ei yhtään tänä aikana.',
  drawn: '{{chart}} pylväinä ajan mukaan. Alla oleva taulukko kertoo saman.',
  table: 'Taulukkona',
  unit: { hour: 'Tunti', day: 'Päivä', week: 'Viikko alkaen', month: 'Kuukausi' },
} as const;
