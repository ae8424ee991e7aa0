// @ts-check
// Ordinary Finnish and Finland-Swedish names; who bears which is drawn by lot. The organisations are made up.

const words = (/** @type {string} */ text) => text.trim().split(/\s+/u);

export const finnish = {
  given:
    words(`Aino Anna Eeva Elina Emilia Hanna Heidi Helena Helmi Iida Inka Jaana Johanna Kaarina Kaisa Kati Katri Kirsi Kristiina
    Laura Leena Liisa Maarit Maria Marja Marjatta Meeri Minna Mirja Outi Paula Päivi Pirjo Raija Riikka Saara Sanna Sari Seija Sirpa
    Sofia Susanna Suvi Tarja Tiina Tuula Ulla Venla Aapo Antti Arto Eero Eino Elias Eetu Hannu Harri Heikki Ilkka Ilmari Jaakko Jari
    Jarmo Joni Jorma Juha Juhani Jukka Jussi Kalle Kari Kimmo Lauri Leevi Marko Markku Matti Mika Mikko Niko Oskari Otso Pekka Pertti
    Petri Raimo Reijo Risto Sami Santeri Seppo Tapio Teemu Timo Tommi Topi Tuomas Urho Väinö Veikko Ville Yrjö`),
  doubleGiven: words('Anna-Liisa Eeva-Kaisa Maija-Leena Marja-Terttu Juha-Pekka Veli-Matti Jukka-Pekka Aino-Sofia'),
  family:
    words(`Aalto Ahonen Anttila Eskola Haapala Hakala Halonen Heikkilä Heikkinen Heinonen Hiltunen Hirvonen Hyvärinen Hämäläinen Hänninen
    Jokinen Jääskeläinen Kallio Karjalainen Kettunen Kinnunen Koivisto Korhonen Koskela Koskinen Kärkkäinen Laakso Lahtinen Laine Laitinen
    Lampinen Lehtinen Lehto Lehtonen Leinonen Lindroos Lähteenmäki Manninen Mattila Miettinen Mikkola Mustonen Mäkelä Mäki Mäkinen Niemelä
    Niemi Nieminen Nurmi Ojala Oksanen Partanen Pesonen Peltola Pitkänen Rantanen Räsänen Räty Saarinen Salminen Salo Salonen Savolainen Seppälä
    Toivonen Tuominen Turunen Uusitalo Vainio Väisänen Virtanen Vuorinen Väänänen Ylönen Äijälä Öhman`),
  doubleFamily: words('Mäki-Petäjä Laine-Korhonen Salo-Nurminen Ala-Könni Yli-Hukkala Koski-Lammi'),
};

export const swedish = {
  given:
    words(`Agneta Annika Barbro Birgitta Camilla Carina Elsa Eva Gunilla Gunvor Ingrid Johanna Karin Linnéa Malin Märta Pia Siv Ulrika Åsa
    Anders Bengt Björn Carl Christer Fredrik Göran Gustav Håkan Jan-Erik Johan Kaj Kjell Lars Mats Nils Olof Patrik Per-Olof Rolf Sven Tor Åke Örjan`),
  doubleGiven: words('Anna-Lena Britt-Marie Ann-Sofi Carl-Gustaf Karl-Erik'),
  family:
    words(`Andersson Backman Berg Bergström Björklund Blomqvist Dahlbäck Ekholm Ekström Enlund Forsbäck Granlund Grönroos Gustafsson Holmberg
    Häggblom Johansson Karlsson Kvist Lindberg Lindholm Lindqvist Lundström Nordström Nyberg Nygård Näsman Rosenqvist Sjöblom Sjöholm Skogström Smeds
    Strandberg Sundqvist Söderholm Wikström Åberg Åkerlund Österberg Öhrnberg`),
  doubleFamily: [
    'von Ekensköld',
    'af Granhjelm',
    'von der Strandh',
    'Berg-Lindroos',
    'Häggblom-Åberg',
    'af Hällstigen',
  ],
};

/** @typedef {'initial' | 'number' | 'initials' | 'dotted' | 'prefixed'} UserNameStyle */

/** @type {ReadonlyArray<readonly [name: string, domain: string, style: UserNameStyle, language: 'fi' | 'sv']>} */
export const organisations = [
  ['Acme Oy', 'acme.example', 'initial', 'fi'],
  ['Beta Ab', 'beta.example', 'dotted', 'sv'],
  ['Tavallisten Tukku Oy', 'tavallistentukku.example', 'prefixed', 'fi'],
  ['Pilvilinnan Rakennus Oy', 'pilvilinna.example', 'initial', 'fi'],
  ['Tuulentupa Energia Oyj', 'tuulentupa.example', 'number', 'fi'],
  ['Kuvitelma Konepaja Oy', 'kuvitelma.example', 'initials', 'fi'],
  ['Sanasepän Satama Oy', 'sanasepansatama.example', 'initial', 'fi'],
  ['Hiljaisen Huoneen Kirjasto Oy', 'hiljainenhuone.example', 'dotted', 'fi'],
  ['Keksityn Joen Voima Oyj', 'keksittyjoki.example', 'number', 'fi'],
  ['Kymmenen Kiven Kuljetus Oy', 'kymmenenkivea.example', 'initial', 'fi'],
  ['Ei Mikään Myllymäki Oy', 'eimikaan.example', 'initial', 'fi'],
  ['Paperilyhty Paino Oy', 'paperilyhty.example', 'initials', 'fi'],
  ['Sumupellon Leipomo Oy', 'sumupelto.example', 'prefixed', 'fi'],
  ['Unisaaren Laivat Oyj', 'unisaari.example', 'number', 'fi'],
  ['Kolmen Kuun Kello Oy', 'kolmekuuta.example', 'initial', 'fi'],
  ['Näkymätön Naula Oy', 'nakymatonnaula.example', 'dotted', 'fi'],
  ['Hattaran Huolto Oy', 'hattarahuolto.example', 'initial', 'fi'],
  ['Lumihiutale Lento Oyj', 'lumihiutalelento.example', 'number', 'fi'],
  ['Korvatunturin Kortti Oy', 'korvatunturinkortti.example', 'initials', 'fi'],
  ['Peilikaaren Vakuutus Oyj', 'peilikaari.example', 'number', 'fi'],
  ['Tarinatalon Taksit Oy', 'tarinatalo.example', 'initial', 'fi'],
  ['Metsänpeiton Puu Oy', 'metsanpeitto.example', 'prefixed', 'fi'],
  ['Satukuvan Sähkö Oy', 'satukuva.example', 'initial', 'fi'],
  ['Ääretön Äänitys Oy', 'aaretonaanitys.example', 'dotted', 'fi'],
  ['Öljylamppu Optiikka Oy', 'oljylamppu.example', 'initials', 'fi'],
  ['Mielikuvan Metalli Oy', 'mielikuvametalli.example', 'initial', 'fi'],
  ['Viidennen Vuoren Vesi Oy', 'viidesvuori.example', 'number', 'fi'],
  ['Kaukomaan Kahvi Oy', 'kaukomaankahvi.example', 'initial', 'fi'],
  ['Sinisen Sillan Siivous Oy', 'sininensilta.example', 'prefixed', 'fi'],
  ['Tähtipölyn Tehdas Oy', 'tahtipoly.example', 'initial', 'fi'],
  ['Påhittade Båtar Ab', 'pahittadebatar.example', 'dotted', 'sv'],
  ['Drömskärets Färja Oy Ab', 'dromskaret.example', 'initial', 'sv'],
  ['Sagans Såg Ab', 'saganssag.example', 'initials', 'sv'],
  ['Luftslottets Bygg Ab', 'luftslottet.example', 'initial', 'sv'],
  ['Månskens Mejeri Ab', 'manskensmejeri.example', 'number', 'sv'],
  ['Ingenstans Industri Abp', 'ingenstans.example', 'number', 'sv'],
  ['Regnbågens Rederi Ab', 'regnbagensrederi.example', 'prefixed', 'sv'],
  ['Tomtens Tryckeri Ab', 'tomtenstryckeri.example', 'dotted', 'sv'],
  ['Åttonde Öns Åkeri Ab', 'attondeon.example', 'initial', 'sv'],
  ['Snöflingans Skola Ab', 'snoflingan.example', 'initials', 'sv'],
];
