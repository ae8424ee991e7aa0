export const delivery = {
  title: 'Keräimet',
  about: 'Jokainen merkintä lähetetään näihin järjestyksessä, vähintään kerran.',
  delivered: 'Keräin: kaikki perillä',
  waiting_one: 'Keräin: {{shown}} merkintä odottanut, alkaen {{since}}',
  waiting_other: 'Keräin: {{shown}} merkintää odottanut, alkaen {{since}}',
  stopped: 'Haku on pysähtynyt: keräin on jäljessä',
  fine: 'kaikki perillä',
  behind_one: '{{shown}} merkintä odottanut, alkaen {{since}}',
  behind_other: '{{shown}} merkintää odottanut, alkaen {{since}}',
};
