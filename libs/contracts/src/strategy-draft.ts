import { ACTOR_ROLES, CADENCES, DIRECTIONS, DRAFT_STATES, DRAFT_STEPS, MEASURES, PATHS } from '@slusen/domain';
import * as z from 'zod';
import { measurabilityCount } from './measurability.js';
import { date, instant, period } from './periods.js';
import { freeText, localized, reference, requiredText, slug } from './text.js';
import { figure } from './values.js';

/** A text that is being written: nothing has to be said yet. */
const words = (max: number) => z.strictObject({ sv: freeText(max).default(''), en: freeText(max).optional() });
const point = z.strictObject({ period: period.optional(), value: figure.optional() });

/** What the strategy is called and is for. */
export const draftNames = z.strictObject({ name: words(200), purpose: words(2000) });
export type DraftNames = z.output<typeof draftNames>;

/** What is to be decided, or was: by whom, when, and from when to when it is in force. */
export const draftDecision = z.strictObject({
  number: z.int().min(1).max(1000),
  body: words(200),
  decidedOn: date.optional(),
  paragraph: freeText(40).optional(),
  dnr: freeText(60).optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  documentOwner: words(200).optional(),
  replaces: words(300).optional(),
});
export type DraftDecision = z.output<typeof draftDecision>;

/** Which areas and goals there are, in their order. */
export const draftOutline = z.strictObject({
  areas: z.array(z.strictObject({ slug, goals: z.array(slug).max(50) })).max(50),
});
export type DraftOutline = z.output<typeof draftOutline>;

/** The words of an area. */
export const draftArea = z.strictObject({ name: words(200), shortName: words(40), description: words(2000) });
export type DraftArea = z.output<typeof draftArea>;

/** How an indicator is to measure a goal, as far as it is said. */
export const draftMeasuring = z.strictObject({
  indicator: slug,
  kind: z.enum(['none', 'point', 'band']),
  measure: z.enum(MEASURES).default('value'),
  path: z.enum(PATHS).default('linear'),
  tolerance: figure.optional(),
  decision: freeText(300).optional(),
  baseline: point.optional(),
  milestones: z.array(point).max(50).default([]),
  final: point.optional(),
  low: figure.optional(),
  high: figure.optional(),
  /** Invented, and shown as such wherever it is adopted to. */
  isExample: z.boolean().default(false),
});
export type DraftMeasuring = z.output<typeof draftMeasuring>;

/** A goal with who does what for it and what measures it. */
export const draftGoal = z.strictObject({
  name: words(200),
  description: words(2000),
  /** Why the goal is left unmeasured on purpose. */
  deliberatelyNotMeasured: words(2000).optional(),
  roles: z
    .array(z.strictObject({ actor: slug, role: z.enum(ACTOR_ROLES), note: words(500).optional() }))
    .max(100)
    .default([]),
  measures: z.array(draftMeasuring).max(50).default([]),
  isExample: z.boolean().default(false),
});
export type DraftGoal = z.output<typeof draftGoal>;

const SINGLE_PARTS = { names: draftNames, decision: draftDecision, outline: draftOutline } as const;
const NAMED_PARTS = { area: draftArea, goal: draftGoal } as const;

/** The name of a part: `names`, `decision`, `outline`, `area:leva`, `goal:fler-bor-har`. */
export const draftPartKey = z
  .string()
  .max(130)
  .regex(/^(?:names|decision|outline|(?:area|goal):[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'part.malformed');

/** The shape of what a part of that name holds. */
export function draftPartShape(key: string): z.ZodType {
  const [kind = ''] = key.split(':');
  return kind in SINGLE_PARTS ? SINGLE_PARTS[kind as keyof typeof SINGLE_PARTS] : NAMED_PARTS[kind as keyof typeof NAMED_PARTS];
}

/** What a part says; null where it was taken out. */
export const draftContent = z.record(z.string(), z.unknown()).nullable();

/** A part as it is sent. */
export const draftPartSent = z.strictObject({ content: draftContent }).meta({ id: 'DraftPartSent' });
export type DraftPartSent = z.output<typeof draftPartSent>;

/** A part as it was saved last, by whom and when. */
export const draftPart = z
  .object({ key: z.string(), revision: z.int(), content: draftContent, savedBy: z.string(), savedAt: instant })
  .meta({ id: 'DraftPart' });
export type DraftPart = z.output<typeof draftPart>;

/** How a part was saved, the latest first: what an undo goes back to. */
export const draftPartHistory = z.object({ revisions: z.array(draftPart) }).meta({ id: 'DraftPartHistory' });
export type DraftPartHistory = z.output<typeof draftPartHistory>;

/** Something that keeps a draft from being adopted: in which part, where in it, the code of what is wrong and the offending text. */
export const draftFault = z.object({ part: z.string(), path: z.string(), code: z.string(), text: z.string() }).meta({ id: 'DraftFault' });
export type DraftFault = z.output<typeof draftFault>;

const standing = {
  id: z.int(),
  title: z.string(),
  version: z.int(),
  state: z.enum(DRAFT_STATES),
  proposedBy: z.string().optional(),
  updatedAt: instant,
};

/** What a goal may name. */
const draftChoices = z.object({
  actors: z.array(reference),
  indicators: z.array(reference.extend({ cadence: z.enum(CADENCES), direction: z.enum(DIRECTIONS), unit: localized })),
});

/** A draft of a strategy with all its parts, what its goals may name, and what can be done with it. */
export const strategyDraft = z
  .object({
    ...standing,
    steps: z.array(z.enum(DRAFT_STEPS)),
    parts: z.array(draftPart),
    faults: z.array(draftFault),
    /** What is missing of it does not keep the draft from being adopted. */
    measurable: measurabilityCount,
    choices: draftChoices,
    /** Who can adopt it, by name, where it is proposed: everybody with the right but whoever proposed it. They have been written to. */
    adopters: z.array(z.string()),
  })
  .meta({ id: 'StrategyDraft' });
export type StrategyDraft = z.output<typeof strategyDraft>;

/** Every draft there is, the latest first, and whether there is a version that another can begin with. */
export const strategyDraftList = z
  .object({ drafts: z.array(z.object(standing)), hasVersion: z.boolean() })
  .meta({ id: 'StrategyDraftList' });
export type StrategyDraftList = z.output<typeof strategyDraftList>;

/** A draft to begin: with everything that the version in force says, with the areas of the template, or with nothing. */
export const newStrategyDraft = z
  .strictObject({ title: requiredText(200), from: z.enum(['in-force', 'template', 'empty']) })
  .meta({ id: 'NewStrategyDraft' });
export type NewStrategyDraft = z.output<typeof newStrategyDraft>;

/** A step with a draft. */
export const draftStepSent = z.strictObject({ step: z.enum(DRAFT_STEPS) }).meta({ id: 'DraftStep' });
export type DraftStepSent = z.output<typeof draftStepSent>;
