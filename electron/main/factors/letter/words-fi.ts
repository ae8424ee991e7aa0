/** Harmless words in Finnish that nobody takes for one another over the phone. */
export const words = `
aalto aamu aarre ahven aitta akku alppi ananas ankka apila aprikoosi asema aurinko avain bambu banaani delfiini elokuu
etana eteinen haarukka haikara hamppu hanhi harava hattu haukka hedelmä heinä helmi herne hevonen hiekka hiihto hilla
hirvi honka huilu hunaja huopa hylje hyppy ikkuna ilves inkivääri jalava joki joulu joutsen juhla juusto jyvä järvi
jääkiekko kaakao kaali kahvi kaisla kajakki kaktus kallio kameli kanerva kanto karhu karpalo kartano kataja kattila
kaura kauris keijukainen keinu kello kenkä kesä ketsuppi kettu kevät kiikari kirahvi kirja kirsikka kissa kitara kivi
koala koira koivu komeetta kompassi koppakuoriainen koralli kori kotka kottarainen kuha kukko kulho kultakala kumina
kuningatar kuokka kurki kurkku kurpitsa kuunari kuusi kynttilä kyyhky käki käpy käsine köysi laine laituri lakka
lammas lapio lappi lasi lato laukku lehmus lehti leijona leipä lelu lepakko leppäkerttu liekki lilja limetti lippu
lokakuu lokki lumi lumme luuta lyhty lähde maisema mammutti mandariini mango mansikka marja marmori marraskuu meduusa
meri mesimarja metso minttu moottori mopo muffini muki mustikka muurahainen muusikko mylly myrsky mänty mäyrä naakka
nahka naula neilikka niitty nokkahuilu norsu nuotio näätä oja oksa oliivi omena oranssi orava orkidea orvokki osteri
paahtoleipä palapeli palmu panda paprika parsa parveke patja peippo peruna peura piano pihlaja piirakka pilvi
pingviini pipo poro portti poukama puolukka purje pähkinä päärynä pääsky raitio rannikko raparperi rapu rastas retiisi
revontuli riikinkukko riisi rosmariini ruis ruusu ryijy saari saha salama salmi saniainen savi seepra seppele sieni
siili silakka silta simpukka sinappi sipuli sirkka sitruuna soutu sudenkorento suklaa sulka suola suppilo susi syksy
syreeni taikina talitintti talvi tammi taulu teltta tiainen tiikeri tikka timantti tomaatti torni trumpetti tulppaani
tunturi tupa tuuli täplä uimari ukkonen untuva vaahtera vadelma valas vanilja varis vasara vati vene vesi viikuna
viulu vohveli vuohi västäräkki ympyrä yrtti äyriäinen ääni öljy
`;
