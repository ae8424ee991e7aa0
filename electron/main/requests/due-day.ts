/**
 * The last day of the one month that a privacy request may take (GDPR art. 12(3)): the same day of the next month, or its last
 * (Regulation 1182/71 art. 3). Weekends and holidays would make it later; the earlier day is always in time.
 * @returns `2026-12-22`, by the workstation's calendar
 */
export const monthAfter = (received: Date): string => {
  const [year, month] = [received.getFullYear(), received.getMonth() + 1];
  const lastDay = new Date(year, month + 1, 0).getDate();
  const due = new Date(year, month, Math.min(received.getDate(), lastDay));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${due.getFullYear()}-${two(due.getMonth() + 1)}-${two(due.getDate())}`;
};
