import { DUE_STATES, REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { known } from './paging.js';
import { date, period } from './periods.js';
import { freeText, inBothLanguages, reference, slug } from './text.js';

/** A figure that is waited for: what it covers, when it is expected, and who gives it. */
const expectedFigure = z
  .object({
    indicator: reference,
    isExample: z.boolean(),
    period,
    reporting: z.enum(REPORTINGS),
    date,
    state: z.enum(DUE_STATES),
    /** What it covers and when it was or is expected, as the indicator's own page says it. */
    told: inBothLanguages,
    source: z.string(),
    /** The department that answers for the figures, where the municipality counts them itself or watches over them. */
    owner: reference.optional(),
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
