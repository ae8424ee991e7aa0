export const nothing = 'Inget gick förlorat.';
export const callKept = 'Inget gick förlorat: samtalet är där det var.';
export const typingKept = 'Inget gick förlorat: det du skrev finns kvar.';
export const recordKept = 'Inget gick förlorat: allt antecknat finns kvar.';
export const nothingShown = 'Inget gick förlorat, och inga uppgifter visades.';
