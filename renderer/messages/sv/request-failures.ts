import { callKept, nothing, recordKept, typingKept } from './kept.js';

export const requestFailures = {
  'request-invalid': {
    what: 'Något som behövs saknas, eller någon text är för lång.',
    kept: typingKept,
    next: 'Fyll i det som efterfrågas, korta långa texter och försök igen.',
  },
  'request-filed': {
    what: 'Det här samtalet har redan lämnat en begäran.',
    kept: callKept,
    next: 'Avsluta samtalet. Börja ett nytt för ett annat ärende.',
  },
  'request-unknown': {
    what: 'Den begäran finns inte längre på den här arbetsplatsen.',
    kept: recordKept,
    next: 'Läs listan på nytt.',
  },
  'request-waiting': {
    what: 'Begäran har inte skickats än, så ingen kan ha tagit hand om den.',
    kept: recordKept,
    next: 'Skicka den först, eller vänta tills den har gått iväg.',
  },
  'request-nowhere': {
    what: 'Reglerna anger ingen e-postserver eller ingen adress för begäranden, så inget skickas.',
    kept: 'Inget gick förlorat: begäran finns kvar här, förseglad.',
    next: 'Berätta för administratören. Den skickas efter nästa start med regler som anger båda.',
  },
  'request-unreadable': {
    what: 'Den begäran som sparats går inte längre att läsa.',
    kept: 'Filen lämnades som den är, och allt antecknat finns kvar.',
    next: 'Berätta för administratören. Om du ännu minns ärendet, ta upp det i ett nytt samtal.',
  },
  'requests-unavailable': {
    what: 'Mappen för begäranden går inte att använda.',
    kept: nothing,
    next: 'Be administratören se över disken och rättigheterna till mappen, och försök sedan igen.',
  },
};
