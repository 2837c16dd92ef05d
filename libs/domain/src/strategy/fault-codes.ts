/** Everything that can be wrong with a strategy and its parts, by its code, and what is said of the place; docs/strategy-file.md says the same. */
export const FAULTS = {
  'field.missing': 'is required, and is not there',
  'field.unknown': 'is no field of the format',
  'type.wrong': 'is of another kind than the field’s (text, number, whole number, list …)',
  'value.unknown': 'is not one of the words of the field',
  'text.empty': 'is nothing but spaces',
  'text.too-long': 'is longer than the field takes',
  'text.not-storable': 'holds a control character, one that turns the text around, or half a character',
  'list.too-short': 'has fewer items than it must have (`territories` has at least one)',
  'list.too-long': 'has more items than it may have',
  'number.outside-limits': 'is lower or higher than the field takes',
  'value.too-large': 'is 10¹⁵ or more, with or without sign',
  'value.too-precise': 'has more than six decimals',
  'slug.malformed': 'is no slug (a–z, digits, single hyphens)',
  'territory.malformed': 'is no code of a territory (a–z, digits, single hyphens)',
  'date.unknown': 'is no day of the calendar, written `2026-09-30`',
  'url.malformed': 'is no http(s) address',
  'link.names-user': 'has a user name or a password before the name of the site',
  'reference.unknown': 'names no actor, territory or indicator of the file (`perLocality`: no locality)',
  'name.repeated': 'has been given already; a slug, code, role, target or break is given once',
  'territory.one-municipality': 'are not of exactly one municipality',
  'territory.parent-missing': 'is missing, and a locality has one',
  'parent.circle': 'makes something its own ancestor',
  'version.decided-missing': 'is not there, and neither is `decidedOnText`',
  'version.ends-before-it-begins': 'lies before `validFrom`',
  'goal.measured-though-not': 'is given for a goal that has indicators',
  'goal.has-target-for-it': 'is an indicator that the goal has a target for',
  'period.unknown': 'is no period',
  'period.wrong-cadence': 'is not of the indicator’s cadence',
  'target.periods-not-in-order': 'is not after the period before it',
  'target.no-direction': 'is a point where no way is better',
  'target.band-empty': 'is not above `low`',
  'target.cannot-roll': 'is twelve months of `none` or `irregular`',
  'target.outside-limits': 'is outside the indicator’s `min`–`max`',
  'target.too-many-decimals': 'has more decimals than the indicator',
  'tolerance.negative': 'is below zero',
  'indicator.years-only-when-irregular': 'belongs to the cadence `irregular`, not to this one',
  'indicator.years-not-in-order': 'is not after the year before it',
  'indicator.year-to-date-within-a-year-only': 'is accumulated, though the values are yearly or irregular',
  'indicator.min-above-max': 'is below `min`',
  'balance.of-itself': 'is the value itself as a part of its own period',
  'balance.other-cadence': 'is of another cadence',
  'ending.replaced-by-itself': 'is the indicator that ends',
  'formula.two-parts': 'are not two, as a share and a number per thousand have',
  'formula.circle': 'is computed, itself or by way of others, from what it is a part of',
  'formula.other-cadence': 'is of another cadence than what is computed from it',
  'formula.other-reporting': 'is accumulated over the year and what is computed from it is not, or the other way round',
  'formula.does-not-add-up': 'adds up shares, or numbers per thousand, which do not add up',
  'formula.part-of': 'is not that of an indicator which is computed from this one',
} as const;

/** The stable name of a fault: `reference.unknown`. */
export type FaultCode = keyof typeof FAULTS;

/** Whether a text names a fault. */
export function isFaultCode(text: string): text is FaultCode {
  return Object.hasOwn(FAULTS, text);
}
