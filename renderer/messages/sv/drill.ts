export const drill = {
  badge: 'ÖVNING',
  strip: 'Den som ringer är påhittad. Inget söks i registret, skickas eller räknas.',
  end: 'Avsluta övningen',
  offer: 'Öva med en påhittad person',
};
