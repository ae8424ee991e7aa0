import { callKept, nothing, nothingShown } from './kept.js';

export const signInFailures = {
  'sign-in-kind': {
    what: 'Reglerna anger ett annat sätt att logga in.',
    kept: nothing,
    next: 'Logga in så som inloggningssidan säger.',
  },
  'sign-in-listener': {
    what: 'Datorn lät inte arbetsplatsen vänta på webbläsarens svar.',
    kept: nothing,
    next: 'Försök igen. Om det händer igen, säg till administratören att 127.0.0.1 är spärrad.',
  },
  'sign-in-browser': {
    what: 'Webbläsaren öppnades inte.',
    kept: nothing,
    next: 'Försök igen. Om det händer igen, säg till administratören att ingen standardwebbläsare är vald.',
  },
  'sign-in-too-often': {
    what: 'För många inloggningssidor har öppnats i webbläsaren på kort tid.',
    kept: nothing,
    next: 'Logga in på sidan som redan är öppen, eller vänta en stund och börja om. Om det inte var du som öppnade dem, säg till administratören.',
  },
  'sign-in-timeout': {
    what: 'Ingen kom tillbaka från webbläsaren inom tre minuter.',
    kept: nothing,
    next: 'Börja om och logga in på sidan som öppnas.',
  },
  'sign-in-cancelled': { what: 'Inloggningen avbröts.', kept: nothing, next: 'Börja om när du är redo.' },
  'sign-in-state': {
    what: 'Webbläsarens svar hör till en annan inloggning.',
    kept: nothing,
    next: 'Stäng gamla flikar och börja om. Om det händer igen, kontakta administratören.',
  },
  'sign-in-refused': {
    what: 'Organisationens inloggning sade nej.',
    kept: nothing,
    next: 'Börja om och logga in med ditt eget konto.',
  },
  'sign-in-clock': {
    what: 'Datorns klocka och inloggningens skiljer sig med mer än en minut.',
    kept: nothing,
    next: 'Ställ datorns klocka och försök igen.',
  },
  'sign-in-no-name': {
    what: 'Inloggningen sade inte vem du är.',
    kept: nothing,
    next: 'Säg till administratören att uppgiften som reglerna anger saknas.',
  },
  'sign-in-no-role': {
    what: 'Ditt konto har ingen roll på den här arbetsplatsen.',
    kept: nothingShown,
    next: 'Be administratören om en roll om ditt arbete kräver det.',
  },
  'session-ended': {
    what: 'Din session är slut.',
    kept: 'Inget gick förlorat: ett öppet samtal väntar på dig.',
    next: 'Logga in igen.',
  },
  'another-person': {
    what: 'Någon annan loggade in.',
    kept: nothingShown,
    next: 'Logga in som den som arbetar på den här arbetsplatsen.',
  },
  'second-agent-same': {
    what: 'Du kan inte bekräfta ditt eget samtal.',
    kept: callKept,
    next: 'Be en kollega logga in med sitt eget konto.',
  },
  'second-agent-role': {
    what: 'Den kollegan får inte bekräfta samtal.',
    kept: callKept,
    next: 'Be en supportmedarbetare eller arbetsledare.',
  },
  'provider-unreachable': {
    what: 'Organisationens inloggning kan inte nås.',
    kept: nothing,
    next: 'Kontrollera nätverket och försök igen.',
  },
  'provider-timeout': {
    what: 'Organisationens inloggning svarade inte i tid.',
    kept: nothing,
    next: 'Försök igen om en stund.',
  },
  'provider-certificate': {
    what: 'Certifikatet för organisationens inloggning är inte giltigt, så inget skickades.',
    kept: nothing,
    next: 'Gå inte vidare. Kontakta administratören.',
  },
  'provider-failed': {
    what: 'Organisationens inloggning misslyckades.',
    kept: nothing,
    next: 'Försök igen. Om det misslyckas igen, kontakta administratören.',
  },
  'provider-redirected': {
    what: 'Organisationens inloggning pekade på en annan adress, som inte följdes.',
    kept: nothing,
    next: 'Kontakta administratören.',
  },
  'provider-too-large': {
    what: 'Organisationens inloggning skickade alldeles för mycket, och det kastades.',
    kept: nothing,
    next: 'Kontakta administratören.',
  },
  'provider-invalid': {
    what: 'Svaret från organisationens inloggning gick inte att förstå, och det kastades.',
    kept: nothing,
    next: 'Försök igen. Om det händer igen, kontakta administratören.',
  },
  'provider-mismatch': {
    what: 'Svaret kom från en annan inloggning än reglernas, och det kastades.',
    kept: nothing,
    next: 'Gå inte vidare. Kontakta administratören.',
  },
  'id-token-invalid': {
    what: 'Det inloggningen sade om dig gick inte att lita på.',
    kept: nothing,
    next: 'Börja om. Om det händer igen, kontakta administratören.',
  },
};
