export const demo = {
  badge: 'DEMO',
  strip: 'Keksittyjä henkilöitä. Mikään tässä ei ole totta.',
  hintTitle: 'Ensimmäinen puhelusi alle minuutissa',
  hint1: 'Paina 1 (Tuki), kirjoita tiketti {{ticket}} ja paina Enter.',
  hint2: 'Kirjoita mvirta, paina Enter ja valitse Maija uudella Enterillä.',
  hint3: 'Kirjoita maija.virtanen@acme.example ja Acme Oy, paina Enter: tunnistettu.',
  hint4: 'Enter näyttää tiedon. Ctrl+E ja sitten 1 päättää puhelun.',
  hint5: 'Paina sitten Ctrl+K ja kirjoita ”harjoi”: keksittyjä soittajia, joista kaikki eivät ole keitä sanovat.',
  dismiss: 'Piilota vihjeet',
};
