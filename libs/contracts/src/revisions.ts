import { DATA_LICENCES, REPORTINGS, REVISION_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { seriesSelection } from './indicators.js';
import { pageQuery } from './paging.js';
import { instant, period } from './periods.js';
import { inBothLanguages, localized, reference } from './text.js';
import { saidFigure } from './values.js';

/** `?territory=0884&breakdown=…&limit=50&offset=0`; without them the municipality as a whole. */
export const revisionQuery = z.strictObject({ ...seriesSelection.shape, ...pageQuery.shape });
export type RevisionQuery = z.output<typeof revisionQuery>;

/** One revision that the public has seen: what it said, what was said before it, since when, why, and which department approved it. */
const seriesRevision = z.object({
  period,
  revision: z.int(),
  /** `first` where the public had seen none of the period before. */
  kind: z.enum(['first', ...REVISION_KINDS]),
  from: saidFigure.optional(),
  to: saidFigure,
  /** What was said, or became of what was said before, in words. */
  told: inBothLanguages,
  /** How sure it is, in words; nothing of a missing one but that it is an example. */
  sureness: inBothLanguages.optional(),
  reason: z.string().optional(),
  source: z.string(),
  /** The source in short, and where it leads if it is an address. */
  sourceLabel: z.string(),
  sourceAddress: z.string().optional(),
  approvedBy: localized.optional(),
  publishedAt: instant,
});
export type SeriesRevision = z.output<typeof seriesRevision>;

/** Every revision of a series that the public has seen, latest first; never who approved it as a person. */
export const revisionList = z
  .object({
    indicator: reference,
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    territory: z.object({ code: z.string(), name: localized }),
    breakdown: z.string(),
    /** The localities that have figures of their own. */
    localities: z.array(z.object({ code: z.string(), name: localized })),
    licence: z.enum(DATA_LICENCES),
    items: z.array(seriesRevision),
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
  })
  .meta({ id: 'SeriesRevisions' });
export type RevisionList = z.output<typeof revisionList>;
