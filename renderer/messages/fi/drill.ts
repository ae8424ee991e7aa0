export const drill = {
  badge: 'HARJOITUS',
  strip: 'Soittaja on keksitty. Rekisteristä ei haeta, mitään ei lähetetä eikä lasketa.',
  end: 'Lopeta harjoitus',
  offer: 'Harjoittele keksityn soittajan kanssa',
};
