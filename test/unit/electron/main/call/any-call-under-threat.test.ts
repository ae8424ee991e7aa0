import { describeDays } from '../../../../support/model/days.js';

describeDays('while a threat is raised', true);
