import type { DrillWords } from '../drill-shape.js';

export const drillRuleWords: DrillWords['rules'] = {
  purpose: {
    rule: 'Ändamålet väljs först och avgör vad som frågas och visas.',
    kept: 'Ändamålet passade det som den som ringde ville.',
    risky: 'Samtalets ändamål passade inte det som den som ringde ville.',
  },
  record: {
    rule: 'Uppgifterna hjälper till att hitta rätt person.',
    kept: 'Det var rätt person som var öppen till slut.',
    risky: 'Det var en annan persons uppgifter som var öppna.',
  },
  guesses: {
    rule: 'Svaret gäller alla uppgifter tillsammans, och ingen får veta vilken som var fel.',
    kept: 'Efter ett fel svar frågade du högst en gång till.',
    risky: 'Den som ringde fick gissa tre gånger eller fler.',
  },
  'call-back': {
    rule: 'Motringning går till numret i registret, och resultatet anges som det blev.',
    kept: 'Du angav hur motringningen gick.',
    risky: 'Du angav något annat om motringningen än vad som hände.',
  },
  sighting: {
    rule: 'Den som intygar att ha sett en person har sett personen och en handling.',
    kept: 'Du intygade det du såg.',
    risky: 'Du intygade något som den som ringde inte hade visat.',
  },
  pressure: {
    rule: 'Brådska och ställning ändrar ingenting; att kringgå verifieringen är en egen rättighet.',
    kept: 'Du gav inte efter för påtryckningen.',
    risky: 'Du kringgick verifieringen eller försökte göra det.',
  },
  proof: {
    rule: 'Ingen får hjälp innan personen är verifierad för ändamålet.',
    kept: 'Ingen fick hjälp utan verifiering.',
    risky: 'Samtalet avslutades som löst fast den som ringde inte var verifierad.',
  },
  impostor: {
    rule: 'Uppgifter är inget bevis: den som har stulit dem kan säga dem.',
    kept: 'Den som ringde var någon annan och kom inte igenom.',
    risky: 'Den som ringde var någon annan och kom igenom.',
  },
  minimum: {
    rule: 'Bara de uppgifter som samtalet kräver visas.',
    kept: 'Du visade bara det som samtalet krävde.',
    risky: 'Du visade uppgifter som samtalet inte krävde.',
  },
  request: {
    rule: 'Det som andra ska sköta lämnas till dem redan under samtalet.',
    kept: 'Ärendet lämnades till dem som sköter det.',
    risky: 'Det som den som ringde ville lämnades inte till någon.',
  },
  outcome: {
    rule: 'Resultatet berättar vad som verkligen hände.',
    kept: 'Resultatet passar samtalet.',
    risky: 'Resultatet passar inte samtalet.',
  },
};
