import { lazy } from 'react';

/** What a drill shows, fetched when one is wanted. */
export const DrillChoice = lazy(async () => ({ default: (await import('./drill-choice.js')).DrillChoice }));
export const CallerPanel = lazy(async () => ({ default: (await import('./caller-panel.js')).CallerPanel }));
export const DrillAssessment = lazy(async () => ({ default: (await import('./drill-assessment.js')).DrillAssessment }));
