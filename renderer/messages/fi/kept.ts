export const nothing = 'Mitään ei kadonnut.';
export const callKept = 'Mitään ei kadonnut: puhelu on siinä, missä se oli.';
export const typingKept = 'Mitään ei kadonnut: kirjoittamasi on tallella.';
export const recordKept = 'Mitään ei kadonnut: kaikki kirjattu on tallella.';
export const nothingShown = 'Mitään ei kadonnut, eikä tietoja näytetty.';
