import type { ActionInput, ActionView } from '@slusen/contracts';
import { ACTION_STATUSES, needsNote, type ActionField, type ActionStatus } from '@slusen/domain';

/** An action as it stands in the form: every field a text, an empty one where nothing is said. */
export interface ActionText {
  readonly goal: string;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly descriptionSv: string;
  readonly descriptionEn: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: ActionStatus;
  readonly note: string;
  readonly territory: string;
  readonly indicator: string;
}
export type ActionTextField = keyof ActionText;

export const EMPTY_ACTION: ActionText = {
  ...{ goal: '', titleSv: '', titleEn: '', descriptionSv: '', descriptionEn: '', lead: '', partners: [], startsOn: '', endsOn: '' },
  ...{ status: 'not-started', note: '', territory: '', indicator: '' },
};

/** What is there, as the form shows it. */
export function textOf(action: ActionView): ActionText {
  const { goal, title, description, lead, partners, startsOn, endsOn, status, note = '', territory, indicator } = action;
  return {
    ...{ goal: goal.slug, titleSv: title.sv, titleEn: title.en ?? '' },
    ...{ descriptionSv: description?.sv ?? '', descriptionEn: description?.en ?? '' },
    ...{ lead: lead.slug, partners: partners.map(({ slug }) => slug), startsOn, endsOn, status, note },
    ...{ territory: territory?.code ?? '', indicator: indicator?.slug ?? '' },
  };
}

/** What the form says, as it is sent; what is left empty is not said. */
export function saidIn(text: ActionText): ActionInput {
  const [titleEn, note, territory, indicator] = [text.titleEn.trim(), text.note.trim(), text.territory, text.indicator];
  const [sv, en] = [text.descriptionSv.trim(), text.descriptionEn.trim()];
  return {
    ...{ goal: text.goal, title: { sv: text.titleSv.trim(), ...(titleEn && { en: titleEn }) } },
    ...(sv && { description: { sv, ...(en && { en }) } }),
    ...{ lead: text.lead, partners: [...text.partners], startsOn: text.startsOn, endsOn: text.endsOn, status: text.status },
    ...(note && { note }),
    ...(territory && { territory }),
    ...(indicator && { indicator }),
  };
}

/** A field with the code of what is wrong in it. */
export type ActionFaults = Partial<Record<ActionTextField, string>>;

/** What is lacking or does not fit, before anything is sent; `before`: the status until now. */
export function faultsIn(text: ActionText, before?: ActionStatus): ActionFaults {
  const { startsOn, endsOn, status, note } = text;
  const missing = (['goal', 'titleSv', 'lead', 'startsOn', 'endsOn'] as const).filter((field) => !text[field].trim());
  return {
    ...Object.fromEntries(missing.map((field) => [field, 'field.missing'])),
    ...(startsOn && endsOn && endsOn < startsOn ? { endsOn: 'action.ends-before-it-begins' } : {}),
    ...(needsNote(status, before) && !note.trim() ? { note: 'action.note-missing' } : {}),
    ...(text.descriptionEn.trim() && !text.descriptionSv.trim() ? { descriptionSv: 'field.missing' } : {}),
  };
}

const PLACES: Readonly<Record<string, ActionTextField>> = {
  'title.sv': 'titleSv',
  'title.en': 'titleEn',
  'description.sv': 'descriptionSv',
  'description.en': 'descriptionEn',
};

/** The field that a place of the API's answer stands in (`partners.1`); undefined for one that the form does not have. */
export function fieldAt(path: string): ActionTextField | undefined {
  const place = PLACES[path] ?? path.split('.')[0] ?? '';
  return isField(place) ? place : undefined;
}

const isField = (name: string): name is ActionTextField => Object.hasOwn(EMPTY_ACTION, name);

/** The fields in which two versions of the form differ, in the form's order. */
export function differingFields(mine: ActionText, theirs: ActionText): ActionTextField[] {
  const said = (value: ActionText[ActionTextField]): string => (typeof value === 'string' ? value.trim() : [...value].sort().join(' '));
  return (Object.keys(EMPTY_ACTION) as ActionTextField[]).filter((field) => said(mine[field]) !== said(theirs[field]));
}

/** What the rules call a field of the form. */
export function ruleField(field: ActionTextField): ActionField {
  if (field === 'titleSv' || field === 'titleEn') return 'title';
  return field === 'descriptionSv' || field === 'descriptionEn' ? 'description' : field;
}

export const STATUS_CHOICES: readonly ActionStatus[] = ACTION_STATUSES;
