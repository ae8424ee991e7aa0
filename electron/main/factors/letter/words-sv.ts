/** Harmless words in Swedish that nobody takes for one another over the phone. */
export const words = `
abborre advent aftonstjärna akvarell albatross alm ananas anemon anka apelsin aprikos april arkad aubergine avokado
badboll bagare balkong bambu banan barrskog basilika batteri berg bikupa biljard björk björnbär blixt blomma blåbär
blåklocka boll borste bro brygga bukett bäck bälte bäver cembalo choklad citron clown cykel dadel dagg dalahäst delfin
diamant dragspel droppe druva ekorre eld elefant enbär fackla fasan fikon fiol fisk fjord fjäder fjäril flagga
flamingo flaska flod fluga flöjt fontän forell fotboll frukt fyr fält fågel fönster gaffel galler garn gecko giraff
gitarr glass glob granit groda grotta gryning gryta gräddfil gräs guld gungbräda gurka gädda hacka hallon hammare hamn
handske harpa hasselnöt hatt hav hermelin himmel hjort hjul honung hopprep humla husvagn häger hök igelkott ingefära
iris isbjörn ishockey jasmin jordgubbe juvel kajak kaka kaktus kalender kalkon kamel kamin kantarell karamell karta
kastanj kastrull kavaj kikare klippa klocka klöver knapp koala kokosnöt kompass korall korg krabba kran krasse krita
krokus kruka kruskål kudde kulle kupol källa körsbär lada lampa lavendel lejon lekplats lilja lime lin lock lokomotiv
lykta lyra lärka löv majs makrill mandel mango marmor maskros melon meteor midsommar mjölk morkulla morot mossa motor
muffins murgröna musik mussla måne nallebjörn narciss nattfjäril nektarin norrsken noshörning notbok nyckel näckros
näktergal oas oktober oliv olja orgel ostron otter paddel panda pannkaka papegoja paprika paraply park pastej
pelikan pensel peppar persika persilja piano pil pingvin pion pipa plog plommon polstjärna potatis pudding pumpa
purjolök pärla päron rabarber raket regnbåge ren riddare ring robot ros rova russin rutschbana rådjur råg rödbeta rönn
saffran safir sand saxofon segel selleri senap sill simhall sjöjungfru sjöstjärna skata sked skida skog skridsko sky
slott smultron smör snigel snö sockerärt sol sommar sparris spenat springbrunn stege sten stjärna storm strand strumpa
stuga stövel svamp svan syren sädesärla tall tavla teater telefon tiger timjan tomat torn tranbär trast trumma trumpet
tulpan tunna tupp tändsticka uggla vagga vallmo valnöt valross vanilj vante varg vattenfall vind vinter våffla zebra
äng äpple åker
`;
