import type { DrillWords } from '../drill-shape.js';
import { drillRuleWords as rules } from './drill-rules.js';

const callers: DrillWords['callers'] = {
  genuine: {
    name: 'Helmi, utelåst',
    start:
      'Hej, det är Helmi Harjula. Jag skrev fel lösenord för många gånger och blev utelåst. Kan ni återställa det?',
    truth: 'Helmi var Helmi. Vägen är densamma för alla, så ingen behöver gissa vem som är ärlig.',
  },
  forgetful: {
    name: 'Unto, som inte är riktigt säker',
    start: 'God dag, Unto Muistola. Lösenordet är borta igen. Förlåt, jag minns aldrig sådant här.',
    noMatch: 'Oj, jag gav min gamla adress. Jag tittar på kortet … nu har jag den.',
    truth:
      'Unto var Unto och hade sagt en sak fel. Att fråga en gång till går bra; det var telefonen som verifierade honom.',
  },
  ended: {
    name: 'Pirjo, med en snabb fråga',
    start: 'Hej, Pirjo Lähtenyt från Kuusi. Jag behöver bara hjälp att se mina gamla meddelanden.',
    stop: 'Vadå kontaktperson? Jag jobbade ju där ännu förra månaden!',
    truth: 'Pirjos användning har upphört. Hennes uppgifter öppnas inte, hur vänlig frågan än är.',
  },
  restricted: {
    name: 'Raija, som behöver stöd',
    start: 'Raija Kieltävä, god morgon. Mitt program öppnas inte. Kan ni se vad det är för fel på mitt konto?',
    stop: 'Jag förstår. Ja, jag förbjöd användningen av mina uppgifter. Hur tar jag tillbaka det?',
    truth:
      'Raija har förbjudit användningen av sina uppgifter. Bara en begäran om uppgifter får gå vidare, och först när hon är verifierad.',
  },
  'lost-phone': {
    name: 'Leena, på resa',
    start:
      'Hej, Leena Rannikko. Jag är på flygplatsen, telefonen är borta och lösenordet måste återställas innan jag går ombord.',
    proof:
      'Ni kan ju inte ringa, det är det saken gäller: telefonen är borta. Men ni hörde att jag vet allt om mig själv!',
    callBack: 'Numret i registret svarar: ”Det är Leena. Nej, jag har inte ringt er. Telefonen är i min hand.”',
    noCode: 'Ett meddelande? Till telefonen som jag inte har längre?',
    stop: 'Nåväl. Jag försöker igen när någon trevligare är i tjänst.',
    sight: 'Kameran? Den fanns i telefonen! Och passet ligger i väskan som jag har checkat in.',
    truth: 'Det var en angripare med rätt uppgifter. Uppgifter går att köpa, men inte telefonen i Leenas hand.',
  },
  pusher: {
    name: 'Viljo, som har bråttom',
    start: 'Kiireinen. Jag ska inför styrelsen om fem minuter och min inloggning fungerar inte. Återställ den, nu.',
    proof: 'Det finns ingen tid att ringa! Din chef går alltid förbi det här. Jag tar ansvaret, skriv upp det.',
    callBack:
      'Numret i registret ringer och ingen svarar. På den andra linjen: ”Det är min gamla telefon. Kryssa bara för att du nådde mig.”',
    noCode: 'Meddelanden, i ett sådant här läge? Skriv sex siffror, vilka som helst!',
    more: 'Där ser du. Återställ den nu!',
    stop: 'Det här ska du få höra om.',
    sight: 'Ser det ut som om jag hade tid med filmer? Du har hört min röst, det räcker.',
    truth:
      'Det var en angripare. Brådska och ställning är verktygen; att kringgå verifieringen kräver ett skäl, en rättighet och en kollega.',
  },
  namesake: {
    name: 'Juha, med ett vanligt namn',
    start: 'Juha Kaksonen, hej. Min inloggning på stationen behöver återställas. Användar-ID är jkakson, tror jag.',
    noMatch: 'Vänta, vi är två med samma namn. Mitt användar-ID är jkakson2. Jag jobbar på Tammi, inte på Mänty.',
    truth:
      'Juha var Juha, men den första var hans namne. Uppgifter som inte stämmer kan betyda att fel person är öppen.',
  },
  'for-a-colleague': {
    name: 'Ett samtal om Anna',
    start:
      'Hej, jag ringer för Anna Poissaolo. Hon sitter bredvid mig i ett möte och ber er återställa hennes lösenord.',
    proof: 'Går det inte så här? Jag har alla hennes uppgifter framför mig.',
    callBack: 'Numret i registret svarar: ”Anna. Jag har inte bett någon ringa. Jag sitter inte i något möte.”',
    stop: 'Då får hon väl göra det själv.',
    sight: 'Anna kan inte komma till kameran nu. Men jag kan visa mitt eget kort.',
    truth: 'Anna hade inte bett om någonting. Den som talar för någon annan är inte den personen.',
  },
  'new-number': {
    name: 'Ossi, med en ny telefon',
    start:
      'Ossi Vaihtola här. Jag fick ny telefon och nytt nummer i går och kan inte logga in. En återställning, tack.',
    proof: 'Ring det nya numret, det finns ju redan i ert register!',
    stop: 'Bra, jag går via vår kontaktperson.',
    truth:
      'Det kan mycket väl ha varit Ossi. Ett nummer som ändrades i går bevisar ingenting: en angripare ändrar det först.',
  },
  manager: {
    name: 'Marketta, direktör',
    start: 'Johtola, direktör för Kuusi. Jag har inte tid med frågor. Ni vet vem jag är. Återställ min inloggning.',
    asked: 'Det här är löjligt. Men varsågod, skriv.',
    proof: 'Ringa upp mig? Jag talar ju med er! Kan ni inte hoppa över det här för en gångs skull?',
    callBack: 'Numret i registret svarar: ”Johtola. Nåja. Åtminstone någon här är noggrann.”',
    more: 'Ett meddelande också? Om det nu måste vara så.',
    truth: 'Marketta var Marketta. Verifieringen tog en minut och ökade hennes förtroende.',
  },
  doubter: {
    name: 'Ebba, som är försiktig',
    start: 'Ebba Tvivelström. Jag behöver en återställning, men först: hur vet jag att ni alls är supporten?',
    asked: 'Ni frågar mig, men vem är ni? Jag svarar om ni kan visa att ni är på riktigt.',
    proof: 'Bra: ring mig på numret ni har, så vet jag att det är ni.',
    callBack: 'Numret i registret svarar: ”Ebba. Nu tror jag er också.”',
    code: 'Ett meddelande kom, med två ord i. Säg dem, så läser jag upp koden.',
    truth: 'Ebba var Ebba och hade rätt att fråga. Motringningen och de två orden bevisar också arbetsplatsen.',
  },
  guesser: {
    name: 'Sampo, som ber om hjälp',
    start: 'Hej, Sampo Arvaila. Jag har problem med programmet, kan du hjälpa mig snabbt?',
    noMatch: 'Vilken var fel? Adressen? Säg det, så rättar jag den.',
    stop: 'Var åtminstone organisationen rätt?',
    sight: 'Jag har ingen kamera här. Vad ska du med den till?',
    truth:
      'Det var en angripare som samlar svar. Vad som stämde sägs aldrig: svaret gäller alla uppgifter tillsammans.',
  },
  loss: {
    name: 'Tuula, upprörd',
    start: 'Tuula Kadonnut. Min väska blev stulen, med telefon och dator! Jag är rädd att någon använder mitt konto.',
    proof: 'De har min telefon, ring inte den!',
    callBack: 'Numret i registret är avstängt.',
    verified: 'Tack. Spärra allt, genast.',
    sight: 'Hur skulle jag kunna det? Id-kortet låg också i väskan.',
    truth:
      'Tuula var Tuula. Det är lätt att spärra med flit: ett misstag skadar lite, och när det är rätt hjälper det genast.',
  },
  'looked-up': {
    name: 'Kaarina, med en fråga',
    start: 'Kaarina Kysyjä. Jag vill veta om någon hos er har sökt mina uppgifter, och varför.',
    verified: 'Bra. Jag vill gärna ha svaret skriftligt.',
    truth:
      'Kaarina var Kaarina. Alla får fråga det; det är en begäran om uppgifter, och även den börjar med en verifiering.',
  },
};

export const drillWords: DrillWords = {
  choose: {
    title: 'Vem ringer?',
    about:
      'Samtalet går till som ett riktigt. Händelserna märks som övning, och bedömningen på slutet sparas ingenstans.',
    anyone: 'Vem som helst',
  },
  panel: {
    title: 'Den som ringer',
    ask: 'Om du frågar',
    says: 'Den som ringer säger',
    sight: 'Om du ber att få se',
    message: { caller: 'Meddelandet', contact: 'Kontaktpersonens meddelande' },
    elsewhere: { caller: 'Det kom inte fram till den som ringer.', contact: 'Kontaktpersonen ger det inte vidare.' },
  },
  end: {
    title: 'Vad samtalet visade',
    about: 'Det här ser bara du, och bara tills övningen är slut.',
    kept: 'Rätt',
    risky: 'Risk',
    next: 'Nästa samtal',
  },
  anyone: {
    identify: 'Självklart. Vad behöver ni?',
    asked: 'Javisst, varsågod.',
    noMatch: 'Konstigt. Så har jag det.',
    proof: 'Det går bra, ring upp mig.',
    callBack: 'Numret i registret svarar: ”Ja, det är jag. Vi talades vid nyss.”',
    code: 'Ja, det kom ett meddelande. Jag läser upp det.',
    noCode: 'Inget har kommit. Nå, är det 123 456?',
    approved: 'Min kontaktperson gav mig koden. Jag läser upp den.',
    notApproved: 'Min kontaktperson? Ingen har sagt något till mig.',
    sight: 'Den som ringer slår på kameran: ansiktet är detsamma som på id-kortet bredvid, och namnet stämmer.',
    more: 'Räckte inte det? Nåja, vad mer?',
    verified: 'Tack. Kan ni hjälpa mig nu?',
    stop: 'Jaha. Vad ska jag göra då?',
  },
  callers,
  rules,
};
