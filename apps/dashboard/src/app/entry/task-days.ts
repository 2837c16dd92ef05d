import type { Task } from '@slusen/contracts';
import { daysBetween, type IsoDate } from '@slusen/domain';

/** How long is left, or how late it is, in words: "3 dagar kvar", "19 dagar sen". */
export function daysText({ dueDate, overdueDate }: Pick<Task, 'dueDate' | 'overdueDate'>, today: IsoDate): string {
  const late = daysBetween(overdueDate, today) + 1;
  if (late === 1) return $localize`:@@days.one-late:en dag sen`;
  if (late > 1) return $localize`:@@days.late:${late}:count: dagar sen`;
  const left = daysBetween(today, overdueDate) - 1;
  if (daysBetween(today, dueDate) > 0) return $localize`:@@days.not-yet:kan lämnas om ${daysBetween(today, dueDate)}:count: dagar`;
  if (left === 0) return $localize`:@@days.today:sista dagen i dag`;
  return left === 1 ? $localize`:@@days.one-left:en dag kvar` : $localize`:@@days.left:${left}:count: dagar kvar`;
}
