export const nothing = 'Nothing was lost.';
export const callKept = 'Nothing was lost: the call stands where it was.';
export const typingKept = 'Nothing was lost: what you typed is still there.';
export const recordKept = 'Nothing was lost: all that was recorded is safe.';
export const nothingShown = 'Nothing was lost, and no data were shown.';
