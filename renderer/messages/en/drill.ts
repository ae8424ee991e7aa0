export const drill = {
  badge: 'DRILL',
  strip: 'The caller is invented. Nothing is looked up in the registry, sent or counted.',
  end: 'End the drill',
  offer: 'Practise with an invented caller',
} as const;
