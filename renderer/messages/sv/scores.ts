export const scores = {
  title: 'Hur svårt det är att nå varje ändamål',
  about:
    '100 betyder: den som inte är personen själv behöver så mycket som det ändamålet öppnar förtjänar. Talet följer av det svagaste sättet som reglerna godtar.',
  score: '{{score}} av 100',
  noScore: 'inget tal',
  weakest: 'Svagaste sättet: {{way}}.',
  nobody: 'Ingen verifieras för det här.',
  reading: 'Talen räknas ut…',
  reason: {
    'facts-alone': 'Enbart uppgifter räcker. Vem som helst som har samlat in dem kan räkna upp dem.',
    'signals-alone': 'En kod med e-post räcker. Den läses också av den som kommer åt brevlådan.',
    'one-medium': 'Ett medelstarkt sätt räcker. Det här kräver ett starkt eller två olika medelstarka.',
    'same-number': 'Båda sätten hänger på samma telefonnummer. Den som tar över numret har båda.',
    'no-cool-down':
      'Ett nummer eller en adress duger även om det ändrades för en minut sedan. Ge det en karenstid på några dagar.',
    'one-fact': 'Bara en uppgift frågas.',
    'holds-long': 'En verifiering gäller i {{value}} minuter. Då kan någon annan redan vara i luren.',
    'many-wrong-answers': '{{value}} felaktiga svar tillåts i ett samtal. Det ger utrymme att gissa.',
    'short-lock': 'Låset efter felaktiga svar varar i {{value}} minuter. Det är snart över.',
    'answer-time': 'En jämförelse besvaras så fort den är klar, så tiden kan avslöja om den stämde.',
    'any-ticket': 'Ärendets form godtar ett namn eller en adress, och de skulle stå i klartext i loggen.',
    bypass: 'Verifieringen kan kringgås.',
    'bypass-for-all': 'Alla medarbetare får kringgå verifieringen. Det är en rätt för ett fåtal.',
    'bypass-impossible':
      'Reglerna tillåter ett kringgående som ingen kan göra: det kräver rätten och inloggning hos organisationens tjänst.',
    unattainable: 'Det som reglerna sätter upp räcker inte: {{value}}. Ingen kan verifieras för det här.',
    'unattainable-under-threat': 'När hotet är höjt kan ingen verifieras för det här.',
    'unattainable-for-population': 'Ingen i gruppen {{value}} kan verifieras för det här.',
  },
};
