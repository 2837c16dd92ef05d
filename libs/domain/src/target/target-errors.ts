import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a target. */
export const TARGET_ERRORS = {
  'target.tolerance-negative': { status: 422, audience: 'api', detail: 'Give a tolerance of zero or more, not {tolerance}.' },
  'target.direction-none': {
    status: 422,
    audience: 'api',
    detail: 'An indicator where neither way is better takes a band, not a point.',
  },
  'target.rolling-refused': {
    status: 422,
    audience: 'api',
    detail: 'Twelve months cannot be made of values with the aggregation {aggregation} and the cadence {cadence}.',
  },
  'target.band-inverted': {
    status: 422,
    audience: 'api',
    detail: 'The low end of a band lies below its high end; {low} and {high} do not.',
  },
  'target.order': { status: 422, audience: 'api', detail: 'Give baseline, milestones and final value in order of time.' },
} as const satisfies ErrorTable;
