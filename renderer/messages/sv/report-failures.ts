import { recordKept } from './kept.js';

const noPart = 'Inget gick förlorat, och ingen del av rapporten blev kvar där.';

export const reportFailures = {
  'verification-failed': {
    what: 'Kontrollen kunde inte slutföras, så den säger inget om loggen.',
    kept: recordKept,
    next: 'Försök igen. Om det inte lyckas, låt kontrollera loggmappen med programmet tunniste-audit.',
  },
  'report-under-way': {
    what: 'En annan rapport görs just nu.',
    kept: recordKept,
    next: 'Vänta tills den är sparad, eller avbryt den.',
  },
  'report-cancelled': {
    what: 'Rapporten avbröts.',
    kept: recordKept,
    next: 'Begär den på nytt när du behöver den.',
  },
  'report-unwritable': {
    what: 'Rapporten kan inte skrivas där.',
    kept: noPart,
    next: 'Välj en mapp som du får skriva i.',
  },
  'report-disk-full': {
    what: 'Det finns inte tillräckligt med utrymme för rapporten där.',
    kept: noPart,
    next: 'Frigör utrymme eller välj en annan plats.',
  },
  'report-unprintable': {
    what: 'Rapporten kunde inte göras till en PDF-fil.',
    kept: noPart,
    next: 'Försök igen, eller spara den som JSON.',
  },
  'nothing-recorded': {
    what: 'Den här arbetsplatsen har inget antecknat att berätta om den här pseudonymen.',
    kept: recordKept,
    next: 'Se efter om pseudonymen är hel. Annars är det svaret till personen.',
  },
  'approver-missing': {
    what: 'Ingen annan kan logga in på den här arbetsplatsen för att godkänna en rapport med namn.',
    kept: recordKept,
    next: 'Spara rapporten utan namn, eller gör den på en arbetsplats där man loggar in med organisationens inloggningstjänst.',
  },
};
