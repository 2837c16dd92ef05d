import { FOLLOWER_KINDS, REORGANISATION_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { words } from './strategy-file-shape.js';
import { date, instant } from './periods.js';
import { localized, reference, requiredText, slug } from './text.js';

const said = {
  kind: z.enum(REORGANISATION_KINDS),
  /** The first day on which it holds; one that is to come when it is planned, and no such day when it is carried out. */
  from: date,
  /** Body, date, § and dnr: "KF 2026-11-16 § 112, dnr 2026/301". */
  decision: requiredText(300),
  reason: requiredText(1000),
  /** What it is called from then on; of a rename only. */
  name: words(200).optional(),
  /** Who takes over. */
  into: z.array(slug).max(20).default([]),
  /** Of a split: who takes over each thing, by its key in the preview. */
  shares: z
    .array(z.strictObject({ thing: z.string().max(300), to: slug }))
    .max(5000)
    .default([]),
  /** Of a split: who takes over what the shares do not name, such as what is added before a planned one comes. */
  rest: slug.optional(),
};

/** What is to become of an actor, from which day, by which decision and why. */
export const newReorganisation = z
  .strictObject(said)
  .refine(({ kind, name }) => (kind === 'rename') === (name !== undefined), { path: ['name'], message: 'reorganisation.name' })
  .meta({ id: 'NewReorganisation' }); // prettier-ignore
export type NewReorganisation = z.output<typeof newReorganisation>;

/** Something that follows an actor to whoever takes over. */
export const follower = z.object({ thing: z.string(), kind: z.enum(FOLLOWER_KINDS), name: localized }).meta({ id: 'Follower' });
export type FollowerView = z.output<typeof follower>;

/** What was done with an actor: under the name that it had then. */
export const reorganisationView = z
  .object({
    actor: reference,
    kind: z.enum(REORGANISATION_KINDS),
    from: date,
    decision: z.string(),
    reason: z.string(),
    into: z.array(reference),
    /** What a renamed one was called from then on. */
    becameName: z.string().optional(),
  })
  .meta({ id: 'Reorganisation' });

/** What is to become of an actor from a day to come. */
export const plannedReorganisation = z
  .object({
    id: z.int(),
    actor: reference,
    sent: z.object(said),
    into: z.array(reference),
    plannedBy: z.string(),
    plannedAt: instant,
    /** Why it could not be carried out on its day; undefined of one that waits. */
    refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: 'PlannedReorganisation' });
export type PlannedReorganisation = z.output<typeof plannedReorganisation>;

/** Every reorganisation, the latest first, and those that wait for their day or were refused on it, the next first. */
export const reorganisationList = z
  .object({ items: z.array(reorganisationView), planned: z.array(plannedReorganisation) })
  .meta({ id: 'ReorganisationList' });
export type ReorganisationList = z.output<typeof reorganisationList>;

/** An actor as whoever reorganises it reads it: its revision, and everything that would follow. */
export const reorganisationPreview = z
  .object({
    actor: reference,
    revision: z.int(),
    hasEnded: z.boolean(),
    followers: z.array(follower),
    planned: plannedReorganisation.optional(),
    /** A later day can be planned for. */
    today: date,
  })
  .meta({ id: 'ReorganisationPreview' });
export type ReorganisationPreview = z.output<typeof reorganisationPreview>;
