import { type ActionContent } from './action.js';
import { type ActionStep } from './action-movement.js';

/** Meetings in the villages, led by a committee with one other, this spring. */
export function anAction(changes: Partial<ActionContent> = {}): ActionContent {
  return {
    goal: 'fler-bor-har',
    title: { sv: 'Möten i byarna', en: 'Meetings in the villages' },
    lead: 'kommunstyrelsen',
    partners: ['byalaget'],
    startsOn: '2026-02-01',
    endsOn: '2026-06-30',
    status: 'ongoing',
    isExample: false,
    ...changes,
  };
}

/** A revision of it, told on a day. */
export function aStep(on: string, changes: Partial<ActionStep> = {}): ActionStep {
  return { on, status: 'ongoing', startsOn: '2026-02-01', endsOn: '2026-12-31', ...changes };
}
