import {
  readStrategyFile,
  type DraftArea,
  type DraftDecision,
  type DraftFault,
  type DraftGoal,
  type DraftMeasuring,
  type DraftNames,
  type DraftOutline,
  type StrategyFile,
} from '@slusen/contracts';
import type { Fault } from '@slusen/domain';
import type { ExportedSurroundings } from '../connectors/strategy-file/export-strategy.js';

/** What each part of a draft says, by its name. */
export type DraftParts = ReadonlyMap<string, unknown>;

/** What a draft is read against: what it may name, and the name in addresses of the strategy that it is a version of. */
export interface DraftSurroundings extends ExportedSurroundings {
  readonly slug: string;
}

/** A draft that could be adopted, as the file of it; or everything that keeps it from that. */
export type DraftReading =
  { readonly file: StrategyFile; readonly faults?: undefined } | { readonly file?: undefined; readonly faults: readonly DraftFault[] };

/** What each part says that was not taken out. */
export function contentsOf(parts: readonly { readonly key: string; readonly content: unknown }[]): Map<string, unknown> {
  return new Map(parts.flatMap(({ key, content }) => (content ? [[key, content] as const] : [])));
}

/** Reads a draft as the file of its strategy would be read, so that there is one list of what can be wrong. */
export function readDraft(parts: DraftParts, { slug, ...around }: DraftSurroundings): DraftReading {
  const outline = (parts.get('outline') ?? { areas: [] }) as DraftOutline;
  const candidate = {
    format: 1,
    ...around,
    strategy: { ...(parts.get('names') as DraftNames | undefined), slug },
    version: versionOf(parts),
    areas: outline.areas.map(({ slug: area, goals }) => ({
      ...(parts.get(`area:${area}`) as DraftArea | undefined),
      slug: area,
      goals: goals.map((goal) => goalOf(goal, parts)),
    })),
  };
  const { file, problems } = readStrategyFile(said(candidate));
  return file ? { file } : { faults: problems.map((problem) => draftFault(problem, outline, parts)) };
}

/** What a version says, as the parts of a draft. */
export function partsOf({
  strategy,
  version,
  areas,
}: Pick<StrategyFile, 'strategy' | 'areas'> & { readonly version?: StrategyFile['version'] | undefined }): Map<
  string,
  Record<string, unknown>
> {
  const { decidedOnText: _, isExample: __, replaces: ___, ...decision } = version ?? {};
  return new Map<string, Record<string, unknown>>([
    ['names', { name: strategy.name, purpose: strategy.purpose }],
    ['decision', decision],
    ['outline', { areas: areas.map(({ slug, goals }) => ({ slug, goals: goals.map((goal) => goal.slug) })) }],
    ...areas.map(({ slug, name, shortName, description }) => [`area:${slug}`, { name, shortName, description }] as const),
    ...areas.flatMap(({ goals }) => goals.map((goal) => [`goal:${goal.slug}`, goalPart(goal)] as const)),
  ]);
}

/** What is decided; a text that says nothing in Swedish is left out. */
function versionOf(parts: DraftParts): object {
  const { documentOwner, replaces, ...decision } = (parts.get('decision') ?? {}) as Partial<DraftDecision>;
  return { ...decision, ...(documentOwner?.sv ? { documentOwner } : {}), ...(replaces?.sv ? { replaces } : {}) };
}

function goalPart(goal: StrategyFile['areas'][number]['goals'][number]): Record<string, unknown> {
  const { name, description, deliberatelyNotMeasured, roles, targets, indicatorsWithoutTarget, isExample } = goal;
  const measures = targets.map((target): DraftMeasuring => {
    const { indicator, measure, tolerance, decision, isExample } = target;
    const common = { indicator, measure, tolerance, decision, isExample };
    if (target.kind === 'point')
      return { ...common, kind: 'point', path: target.path, baseline: target.baseline, milestones: target.milestones, final: target.final };
    const ends = { baseline: { period: target.baselinePeriod }, final: { period: target.finalPeriod } };
    return { ...common, kind: 'band', path: 'linear', milestones: [], ...ends, low: target.low, high: target.high };
  });
  const others = indicatorsWithoutTarget.map((indicator) => ({ indicator, kind: 'none' }));
  return { name, description, deliberatelyNotMeasured, roles, measures: [...measures, ...others], isExample };
}

function goalOf(slug: string, parts: DraftParts): object {
  const goal = parts.get(`goal:${slug}`) as DraftGoal | undefined;
  if (!goal) return { slug };
  const { measures, roles, deliberatelyNotMeasured, ...words } = goal;
  return {
    ...words,
    slug,
    ...(deliberatelyNotMeasured?.sv ? { deliberatelyNotMeasured } : {}),
    roles: roles.map(({ note, ...role }) => (note?.sv ? { ...role, note } : role)),
    targets: targetsIn(goal).map((measuring) => targetOf(measuring, parts)),
    indicatorsWithoutTarget: measures.flatMap(({ kind, indicator }) => (kind === 'none' ? [indicator] : [])),
  };
}

const targetsIn = ({ measures }: DraftGoal): DraftMeasuring[] => measures.filter(({ kind }) => kind !== 'none');

function targetOf({ path, milestones, baseline, final, low, high, ...target }: DraftMeasuring, parts: DraftParts): object {
  const common = { ...target, decision: target.decision || decisionText(parts) };
  if (target.kind === 'band') return { ...common, baselinePeriod: baseline?.period, finalPeriod: final?.period, low, high };
  return { ...common, path, milestones, baseline: baseline ?? {}, final: final ?? {} };
}

/** A target that says nothing else rests on the decision of the version itself: "kommunfullmäktige 2026-11-30 § 12". */
function decisionText(parts: DraftParts): string {
  const { body, decidedOn, paragraph } = (parts.get('decision') ?? {}) as Partial<DraftDecision>;
  return [body?.sv, decidedOn, paragraph].filter(Boolean).join(' ');
}

/** Without what says nothing: an empty field is one that is left out. */
function said(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(said);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, value]) => (value === '' || value === undefined ? [] : [[key, said(value)]])),
  );
}

/** A fault of the file, in the part of the draft where it is mended. */
function draftFault({ path, code, text }: Fault, outline: DraftOutline, parts: DraftParts): DraftFault {
  const [top, a, ...inArea] = path;
  const area = top === 'areas' && typeof a === 'number' ? outline.areas[a] : undefined;
  if (!area) return { part: PART_OF[String(top)] ?? '', path: path.slice(1).join('.'), code, text };
  const [list, g, ...inGoal] = inArea;
  const goal = list === 'goals' && typeof g === 'number' ? area.goals[g] : undefined;
  if (goal === undefined) return { part: `area:${area.slug}`, path: inArea.join('.'), code, text };
  return { part: `goal:${goal}`, path: placeInGoal(inGoal, parts.get(`goal:${goal}`) as DraftGoal | undefined).join('.'), code, text };
}

const PART_OF: Readonly<Record<string, string>> = { strategy: 'names', version: 'decision' };

/** Targets are found by their indicator, since those without one stand in the same list of the draft. */
function placeInGoal(place: Fault['path'], goal: DraftGoal | undefined): Fault['path'] {
  const [list, at, ...rest] = place;
  const target = list === 'targets' && typeof at === 'number' && goal ? targetsIn(goal)[at] : undefined;
  return target ? ['measures', target.indicator, ...rest] : place;
}
