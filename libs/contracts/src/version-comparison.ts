import { ACTOR_ROLES, COMPARED_TEXTS, PLACE_CHANGES, REACHES } from '@slusen/domain';
import * as z from 'zod';
import { strategyDecision } from './goals.js';
import { known } from './paging.js';
import { inBothLanguages, localized, reference, slug } from './text.js';

/** What of a text is in both versions, in the later one only, or in the earlier one only; together in their order they are both texts. */
const segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }).meta({ id: 'TextSegment' });
export type TextSegment = z.output<typeof segment>;

/** A text word by word; the English one where either version has one. */
const textDifference = z
  .object({ field: z.enum(COMPARED_TEXTS), sv: z.array(segment), en: z.array(segment).optional() })
  .meta({ id: 'TextDifference' });
export type TextDifference = z.output<typeof textDifference>;

/** A target as it is said: what is to be reached, by when and from where; how the way runs; and each change by a decision of its own within the time of the version. */
const targetSaid = z.object({ text: inBothLanguages, path: inBothLanguages, changes: z.array(inBothLanguages) }).meta({ id: 'TargetSaid' });

const goalDifference = z
  .object({
    slug,
    name: localized,
    change: z.enum(PLACE_CHANGES),
    /** The area it came from, where it was moved. */
    from: localized.optional(),
    texts: z.array(textDifference),
    roles: z.array(z.object({ actor: reference, role: z.enum(ACTOR_ROLES), change: z.enum(['added', 'removed', 'reworded']) })),
    measures: z.array(
      z.object({
        indicator: reference,
        change: z.enum(['added', 'removed', 'changed']),
        before: targetSaid.optional(),
        after: targetSaid.optional(),
        reach: z.enum(REACHES).optional(),
      }),
    ),
  })
  .meta({ id: 'GoalDifference' });
export type GoalDifference = z.output<typeof goalDifference>;

/** One of the two: an adopted version with its decision, or a draft. */
const side = z
  .object({
    decided: strategyDecision.omit({ name: true, purpose: true }).optional(),
    draft: z.string().optional(),
    /** The last day that it held, at the end of which it is read; one that is in force, or was recorded afterwards, is read as it is now. */
    readOn: z.iso.date().optional(),
  })
  .meta({ id: 'ComparedSide' });
export type ComparedSide = z.output<typeof side>;

/** Two versions of the strategy, word by word and target by target; only what is otherwise. */
export const versionComparison = z
  .object({
    before: side,
    after: side,
    texts: z.array(textDifference),
    areas: z.array(
      z.object({ slug, name: localized, change: z.enum(PLACE_CHANGES), texts: z.array(textDifference), goals: z.array(goalDifference) }),
    ),
    /** The numbers of the adopted versions that can be compared, the first one first. */
    versions: z.array(z.int()),
  })
  .meta({ id: 'VersionComparison' });
export type VersionComparisonView = z.output<typeof versionComparison>;

const number = z.coerce.number().pipe(z.int().min(1).max(1000)).optional();

/** `?from=1&to=2`: without them the version in force with the one that it replaced. */
export const comparedVersions = z.strictObject({ from: number, to: number, known });
export type ComparedVersions = z.output<typeof comparedVersions>;

/** `?with=1`: the adopted version that a draft is compared with; without it the one in force. */
export const comparedWith = z.strictObject({ with: number });
export type ComparedWith = z.output<typeof comparedWith>;
