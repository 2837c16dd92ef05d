import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with an indicator, its definition or its breaks, and with the place of a figure. */
export const INDICATOR_ERRORS = {
  'indicator.not-found': { status: 404, audience: 'screen', detail: 'There is no indicator {indicator}; /api/indicators lists them.' },
  'territory.not-found': { status: 404, audience: 'screen', detail: 'There is no territory with the code {territory}.' },
  'indicator.exists': { status: 409, audience: 'screen', detail: 'There already is an indicator {indicator}; revise its definition.' },
  'definition.has-figures': {
    status: 422,
    audience: 'screen',
    detail:
      'Figures of {indicator} are for other periods than the cadence {cadence} has; what is measured otherwise is another indicator. Nothing was stored.',
  },
  'definition.is-recorded': {
    status: 422,
    audience: 'screen',
    detail: 'Figures are recorded for {indicator}; what is computed instead is another indicator. Nothing was stored.',
  },
  'definition.is-broken-down': {
    status: 422,
    audience: 'screen',
    detail:
      'Figures are recorded for the parts of {indicator}; what is broken down otherwise is another indicator. Only the threshold can be changed. Nothing was stored.',
  },
  'indicator.derived': {
    status: 422,
    audience: 'screen',
    detail: 'Figures of {indicator} are computed and never given; give those it is computed from instead ({parts}).',
  },
  'point-note.not-found': { status: 404, audience: 'screen', detail: 'There is no note on the value of {indicator} for {period}.' },
  'series-break.not-found': { status: 404, audience: 'screen', detail: 'The series of {indicator} does not break at {period}.' },
} as const satisfies ErrorTable;
