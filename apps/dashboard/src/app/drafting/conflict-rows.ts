import type { DraftGoal, DraftMeasuring, DraftOutline } from '@slusen/contracts';
import { actorRoleWord, decimalsOf, formatNumber, parsePeriod, periodLabel, type Language } from '@slusen/domain';
import type { PartContent } from './draft-editor.js';
import { fieldText } from './draft-texts.js';
import { kindWords, measureWords, pathWords } from './measuring-words.js';

/** A field that two people wrote differently: what it is called, and what each of them wrote. */
export interface ConflictRow {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What people call what the parts of a draft name. */
export interface Naming {
  readonly language: Language;
  readonly part: (key: string) => string;
  readonly actor: (slug: string) => string;
  readonly indicator: (slug: string) => string;
}

/** A text in a part, by its place there. */
interface PlacedText {
  readonly place: string;
  readonly label: string;
  readonly text: string;
}

/** What two contents of a part say otherwise, field by field, as people read it. */
export function conflictRows(mine: PartContent, theirs: PartContent, naming: Naming): ConflictRow[] {
  const [one, other] = [mine, theirs].map((content) => new Map(textsOf(content, naming).map((text) => [text.place, text])));
  const places = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])];
  return places
    .map((place) => ({
      label: one?.get(place)?.label ?? other?.get(place)?.label ?? '',
      mine: one?.get(place)?.text ?? '',
      theirs: other?.get(place)?.text ?? '',
    }))
    .filter((row) => row.mine !== row.theirs);
}

function textsOf(content: PartContent, naming: Naming): PlacedText[] {
  if (content === null) return [];
  if ('areas' in content) return orderTexts(content as unknown as DraftOutline, naming);
  const { roles = [], measures = [], isExample: _, ...words } = content as unknown as Partial<DraftGoal>;
  return [...wordTexts(words, naming), ...roleTexts(roles, naming), ...measures.flatMap((one) => measuringTexts(one, naming))];
}

/** The order of the areas, and of the goals in each. */
function orderTexts({ areas }: DraftOutline, { part }: Naming): PlacedText[] {
  const order = areas.map(({ slug }) => part(`area:${slug}`)).join('\n');
  return [
    { place: 'areas', label: $localize`:@@draft-conflict.areas:Områdena`, text: order },
    ...areas.map(({ slug, goals }) => ({
      place: `areas.${slug}`,
      label: part(`area:${slug}`),
      text: goals.map((goal) => part(`goal:${goal}`)).join('\n'),
    })),
  ];
}

function roleTexts(roles: DraftGoal['roles'], { actor, language }: Naming): PlacedText[] {
  if (roles.length === 0) return [];
  const lines = roles.map((one) => `${actor(one.actor)}: ${actorRoleWord(one.role, language)}${one.note?.sv ? ` (${one.note.sv})` : ''}`);
  return [{ place: 'roles', label: fieldText('roles'), text: lines.join('\n') }];
}

/** A measuring under its indicator: "Slutvärdet (Folkmängd)". What it does not say yet is as the server takes it, which says it back. */
function measuringTexts({ indicator, isExample: _, milestones = [], ...fields }: DraftMeasuring, naming: Naming): PlacedText[] {
  const { kind, measure = 'value', path = 'linear', ...said } = fields;
  const words = { kind: kindWords()[kind], measure: measureWords()[measure], path: pathWords()[path] };
  const steps = milestones.map(
    ({ period = '', value }) => `${periodText(period, naming)}: ${value === undefined ? '' : numberText(value, naming)}`,
  );
  const texts = wordTexts({ ...words, ...said, ...(steps.length > 0 && { milestones: steps.join('\n') }) }, naming);
  return texts.map(({ place, label, text }) => ({
    place: `measures.${indicator}.${place}`,
    label: `${label} (${naming.indicator(indicator)})`,
    text,
  }));
}

function wordTexts(value: unknown, naming: Naming, place = ''): PlacedText[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => wordTexts(inner, naming, place ? `${place}.${key}` : key));
  const said = typeof value === 'number' ? numberText(value, naming) : typeof value === 'string' ? value : '';
  const text = place.endsWith('.period') ? periodText(said, naming) : said;
  return text === '' ? [] : [{ place, label: fieldText(place).replace(/,$/, ''), text }];
}

const periodText = (code: string, { language }: Naming): string => (code === '' ? '' : periodLabel(parsePeriod(code), language));

const numberText = (value: number, { language }: Naming): string => formatNumber(value, { decimals: decimalsOf(value), language });
