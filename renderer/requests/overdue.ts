/** Whether the last day on which an answer is in time is over, by the workstation's calendar. @param due `2026-12-22` */
export const isOverdue = (due: string, now: Date): boolean => {
  const [year = 0, month = 1, day = 1] = due.split('-').map(Number);
  return now >= new Date(year, month - 1, day + 1);
};
