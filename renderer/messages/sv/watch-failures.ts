import { nothing, recordKept, typingKept } from './kept.js';

export const watchFailures = {
  'notice-not-accepted': {
    what: 'Du har inte ännu godkänt meddelandet om anteckningarna.',
    kept: nothing,
    next: 'Läs det på arbetsplatsens vy och godkänn det, och börja sedan samtalet.',
  },
  'budget-exceeded': {
    what: 'Timmens eller dagens sökningar är förbrukade, så ingen söktes.',
    kept: typingKept,
    next: 'Skriv varför fler behövs och sök sedan igen.',
  },
  'reason-invalid': {
    what: 'Texten är för kort eller för lång.',
    kept: typingKept,
    next: 'Skriv ett skäl på 10–500 tecken; en anteckning får ha högst 500.',
  },
  'flag-unknown': {
    what: 'Flaggan finns inte längre i loggen.',
    kept: recordKept,
    next: 'Läs flaggorna på nytt och välj ur den nya listan.',
  },
  'lock-unknown': {
    what: 'Låset gäller inte längre.',
    kept: recordKept,
    next: 'Läs sidan på nytt: låset har öppnats av sig självt eller av någon.',
  },
};
