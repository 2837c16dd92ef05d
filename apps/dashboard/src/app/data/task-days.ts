import type { Task } from '@slusen/contracts';
import { dateLabel, daysBetween, entryStateWord, upperFirst, type IsoDate, type Language } from '@slusen/domain';

type Dated = Pick<Task, 'state' | 'lastDay'>;

/** Where a task stands, as the first words of its line: "Påbörjad"; what nobody has begun says how late it is. */
export function stateText({ state, lastDay }: Dated, today: IsoDate, language: Language): string {
  switch (state) {
    case 'draft':
    case 'returned':
      return upperFirst(entryStateWord(state, language));
    case 'overdue':
      return overdueText(daysBetween(lastDay, today));
    case 'due':
      return $localize`:@@task.due:Att lämna in`;
    case 'preliminary':
      return $localize`:@@task.preliminary:Preliminärt värde`;
    case 'submitted':
      return $localize`:@@task.submitted:Väntar på granskning`;
    case 'done':
      return upperFirst(entryStateWord('approved', language));
  }
}

/** The last day in time, with what is left of it or how long ago it was: "senast den 28 december 2026, 34 dagar kvar". */
export function daysText({ state, lastDay }: Dated, today: IsoDate, language: Language): string {
  if (state === 'preliminary') return $localize`:@@days.preliminary:gör det slutligt när det är säkert`;
  const day = dateLabel(lastDay, language);
  const left = daysBetween(today, lastDay);
  if (left > 1) return $localize`:@@days.left:senast den ${day}:day:, ${left}:count: dagar kvar`;
  if (left === 1) return $localize`:@@days.one-left:senast den ${day}:day:, en dag kvar`;
  if (left === 0) return $localize`:@@days.today:senast i dag, den ${day}:day:`;
  if (state === 'overdue') return $localize`:@@days.was-due:skulle ha varit inne senast den ${day}:day:`;
  if (left === -1) return $localize`:@@days.one-late:försenad en dag, skulle ha varit inne senast den ${day}:day:`;
  return $localize`:@@days.late:försenad ${-left}:count: dagar, skulle ha varit inne senast den ${day}:day:`;
}

function overdueText(days: number): string {
  return days === 1 ? $localize`:@@task.overdue-one:Försenad en dag` : $localize`:@@task.overdue:Försenad ${days}:count: dagar`;
}
