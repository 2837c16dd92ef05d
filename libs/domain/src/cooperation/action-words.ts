import { wordIn, type Language, type Words } from '../language.js';
import { type ActionContent, type ActionStatus } from './action.js';

const STATUSES: Words<ActionStatus> = {
  'not-started': ['inte påbörjad', 'not started'],
  ongoing: ['pågår', 'under way'],
  done: ['klar', 'done'],
  delayed: ['försenad', 'delayed'],
  dropped: ['avbruten', 'dropped'],
};

/** How far an action has come, in a word: "pågår". */
export function actionStatusWord(status: ActionStatus, language: Language): string {
  return wordIn(STATUSES[status], language);
}

/** What can be said otherwise of an action than before, in the order it is told. */
export const ACTION_FIELDS = [
  ...(['status', 'note', 'startsOn', 'endsOn', 'lead', 'partners', 'goal', 'title', 'description', 'territory', 'indicator'] as const),
] as const satisfies readonly (keyof ActionContent)[];
export type ActionField = (typeof ACTION_FIELDS)[number];

const FIELDS: Words<ActionField> = {
  status: ['status', 'status'],
  note: ['läget', 'where it stands'],
  startsOn: ['startdatum', 'start date'],
  endsOn: ['slutdatum', 'end date'],
  lead: ['vem som leder', 'who leads'],
  partners: ['vilka som medverkar', 'who takes part'],
  goal: ['mål', 'goal'],
  title: ['rubrik', 'title'],
  description: ['beskrivning', 'description'],
  territory: ['ort', 'place'],
  indicator: ['indikator', 'indicator'],
};

/** What a field of an action is called: "slutdatum". */
export function actionFieldWord(field: ActionField, language: Language): string {
  return wordIn(FIELDS[field], language);
}

/** The fields in which an action says otherwise than before. */
export function changedFields(before: ActionContent, after: ActionContent): ActionField[] {
  return ACTION_FIELDS.filter((field) => written(before[field]) !== written(after[field]));
}

const written = (value: ActionContent[ActionField]): string => {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return 'sv' in value ? JSON.stringify([value.sv, value.en ?? '']) : JSON.stringify([...value].sort());
};
