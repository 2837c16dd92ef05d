/** Everything that can be wrong with a strategy and its parts, by its code, and what that means; docs/strategy-file.md says the same. */
export const FAULTS = {
  'field.missing': 'a field that is required',
  'field.unknown': 'a field that the format does not have',
  'type.wrong': 'another kind of content than the field’s (text, number, whole number, list …)',
  'value.unknown': 'a word that is not one of the field’s',
  'text.empty': 'a text of nothing but spaces',
  'text.too-long': 'a text longer than above',
  'text.not-storable': 'a NUL or half a character',
  'list.too-short': 'fewer items than above; `territories` has at least one',
  'list.too-long': 'more items than above',
  'number.outside-limits': 'a number lower or higher than above',
  'value.too-large': 'a number of 10¹⁵ or more, with or without sign',
  'value.too-precise': 'a number with more than six decimals',
  'slug.malformed': 'a text that is no slug',
  'territory.malformed': 'no code of a territory (a–z, digits, single hyphens)',
  'date.unknown': 'no day of the calendar as above',
  'url.malformed': 'no http(s) address',
  'reference.unknown': 'names an actor, territory or indicator that is not in the file (`perLocality`: not a locality)',
  'name.repeated': 'a slug, code, role, target or break that has already been given',
  'territory.one-municipality': 'not exactly one municipality',
  'territory.parent-missing': 'a locality without a parent',
  'parent.circle': 'something is its own ancestor',
  'version.decided-missing': 'neither `decidedOn` nor `decidedOnText`',
  'version.ends-before-it-begins': '`validTo` before `validFrom`',
  'goal.measured-though-not': 'deliberately not measured, yet with indicators',
  'goal.has-target-for-it': 'an indicator both with and without a target',
  'period.unknown': 'no period',
  'period.wrong-cadence': 'a period that is not of the indicator’s cadence',
  'target.periods-not-in-order': 'a period that is not after the one before it',
  'target.no-direction': 'a point target where no way is better',
  'target.band-empty': '`low` not below `high`',
  'target.cannot-roll': 'twelve months of `none` or `irregular`',
  'target.outside-limits': 'a value outside the indicator’s `min`–`max`',
  'target.too-many-decimals': 'a value with more decimals than the indicator',
  'tolerance.negative': 'a tolerance below zero',
  'indicator.years-only-when-irregular': '`irregularYears` of another cadence',
  'indicator.years-not-in-order': '`irregularYears` not rising',
  'indicator.year-to-date-within-a-year-only': 'accumulated yearly values',
  'indicator.min-above-max': '`min` above `max`',
  'balance.of-itself': 'the value itself as a part of its own period',
  'balance.other-cadence': 'a part of another cadence',
} as const;

/** The stable name of a fault: `reference.unknown`. */
export type FaultCode = keyof typeof FAULTS;

/** Whether a text names a fault. */
export function isFaultCode(text: string): text is FaultCode {
  return Object.hasOwn(FAULTS, text);
}
