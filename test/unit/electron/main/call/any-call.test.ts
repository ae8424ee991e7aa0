import { describeDays } from '../../../../support/model/days.js';

describeDays('when nothing is amiss', false);
