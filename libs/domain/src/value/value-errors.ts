import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a value. */
export const VALUE_ERRORS = {
  'value.not-a-number': { status: 422, audience: 'screen', detail: 'Write a plain number, such as 1234.5; {text} is none.' },
  'value.not-a-sum': {
    status: 422,
    audience: 'screen',
    detail: 'Write a sum of plain numbers with + - * / and parentheses, such as =48+1; {text} is none.',
  },
  'value.divided-by-zero': { status: 422, audience: 'screen', detail: 'Divide by another number than zero.' },
  'value.ambiguous-mark': {
    status: 422,
    audience: 'screen',
    detail: 'Leave thousands unmarked: the mark before three digits, as in {text}, can be read in two ways.',
  },
  'value.approximate': {
    status: 422,
    audience: 'screen',
    detail: 'Give the number alone, and the quality "estimated", instead of {text}.',
  },
  'value.said-missing': {
    status: 422,
    audience: 'screen',
    detail: 'Leave the value out, and say in "missing" why there is none, instead of {text}.',
  },
  'value.too-large': { status: 422, audience: 'screen', detail: 'Give a value below 10¹⁵, without its sign.' },
  'value.too-precise': { status: 422, audience: 'screen', detail: 'Give the value with at most {decimals} decimals.' },
  'value.missing-has-margin': {
    status: 422,
    audience: 'screen',
    detail: 'A margin and a number of respondents belong to a value; leave them out where there is none.',
  },
  'share.not-a-share': { status: 422, audience: 'screen', detail: 'A numerator and a denominator belong to an indicator in %.' },
  'share.incomplete': {
    status: 422,
    audience: 'screen',
    detail: 'Give the value, the numerator and the denominator together, or the value alone.',
  },
  'share.no-whole': { status: 422, audience: 'screen', detail: 'Give a denominator above zero.' },
  'share.above-whole': { status: 422, audience: 'screen', detail: 'Give a numerator from zero to the denominator: it is a part of it.' },
  'share.other-value': { status: 422, audience: 'screen', detail: 'The numerator and the denominator make {share}, not the value given.' },
  'rolling.refused': {
    status: 422,
    audience: 'api',
    detail: 'Twelve months cannot be made of values with the aggregation {aggregation} and the cadence {cadence}.',
  },
} as const satisfies ErrorTable;
