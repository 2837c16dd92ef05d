import { ARRIVALS, REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { awaitedValue } from './indicators.js';
import { known } from './paging.js';
import { date, instant } from './periods.js';
import { freeText, reference, slug } from './text.js';

/** A figure that is waited for: what it covers and when it is expected, as the indicator's own page says it, and who gives it. */
const expectedFigure = z
  .object({
    ...awaitedValue.shape,
    indicator: reference,
    isExample: z.boolean(),
    reporting: z.enum(REPORTINGS),
    source: z.string(),
    /** Whether somebody types it, or it comes by file from the source. */
    arrival: z.enum(ARRIVALS),
    /** The department that answers for the figures, where the municipality counts them itself or watches over them. */
    owner: reference.optional(),
    /** When what is said here last changed: by a definition, a round, or a day that passed. */
    changedAt: instant,
    /** How many times a definition or a round, of which each may have moved it, has been changed until then. */
    changes: z.int(),
  })
  .meta({ id: 'ExpectedFigure' });
export type ExpectedFigure = z.output<typeof expectedFigure>;

/** When figures are expected for twelve months, by day; apart those whose day has passed, the earliest first. */
export const releaseCalendar = z
  .object({
    today: date,
    until: date,
    /** What it can be narrowed to: the areas of the strategy in force, and which one it is. */
    areas: z.array(reference),
    area: slug.optional(),
    passed: z.array(expectedFigure),
    coming: z.array(expectedFigure),
    hasExamples: z.boolean(),
  })
  .meta({ id: 'ReleaseCalendar' });
export type ReleaseCalendar = z.output<typeof releaseCalendar>;

/** `?area=leva`; without it every indicator. One that the strategy in force does not have narrows nothing. */
export const releaseCalendarSelection = z.strictObject({ area: freeText(120).optional(), known });
export type ReleaseCalendarSelection = z.output<typeof releaseCalendarSelection>;
