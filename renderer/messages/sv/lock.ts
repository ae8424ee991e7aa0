export const lock = {
  title: 'Arbetsplatsen är låst',
  why: {
    idle: 'Ingen har rört datorn på en stund.',
    absolute: 'Sessionens tid är slut.',
    screen: 'Datorn låstes.',
    suspend: 'Datorn var i viloläge.',
    agent: 'Du låste den.',
    lapse: 'Sessionen hade tagit slut av sig själv.',
    unknown: 'Arbetsplatsen avslutades inte på vanligt sätt senast, så den kan ha varit låst.',
  },
  who: 'Inloggad',
  organisation: 'Organisation',
  since: 'Låst sedan',
  token: 'Registrets åtkomstnyckel',
  tokenAbout: 'Samma som du loggade in med. Är du någon annan, logga först ut.',
  signInAbout: 'Logga in igen för att låsa upp. Är du någon annan, logga först ut.',
  unlock: 'Lås upp',
  unlocking: 'Låser upp…',
  signOut: 'Logga ut',
  callKept: 'Ett samtal är öppet. Lås upp för att fortsätta; det avbryts om {{time}}.',
  callOver: 'Ett samtal är öppet och håller på att avbrytas.',
  abandoned: {
    title: 'Ett samtal avbröts',
    why: {
      'desk-stopped': 'Arbetsplatsen hade stannat medan det var öppet.',
      'window-closed': 'Fönstret stängdes medan det var öppet.',
      quit: 'Programmet avslutades medan det var öppet.',
      'window-crashed': 'Fönstret hade kraschat medan det var öppet.',
      locked: 'Arbetsplatsen var låst för länge.',
    },
    about:
      'Det slutade {{at}}, och allt fram till dess är antecknat. Vill du fortsätta med uppringaren, börja ett nytt samtal och identifiera personen på nytt.',
  },
  putAway: 'Arbetsplatsen låstes under det här samtalet',
  putAwayAbout:
    'Den som hittats och det som styrkts har lagts undan, så sök och identifiera uppringaren på nytt. Själva samtalet och det som räknats fortsätter.',
  ended: {
    absolute: 'Sessionen tog slut: dess tid är begränsad.',
    'wrong-keys': 'Arbetsplatsen loggade ut efter fem felaktiga försök att låsa upp.',
  },
  endedAbout: 'Ett öppet samtal avbröts, och allt är antecknat. Logga in för att fortsätta.',
};
