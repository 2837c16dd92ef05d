/** Why there is no value. Zero is a value; these five survive every export and import. */
export const MISSING_KINDS = ['not-yet-published', 'non-response', 'not-applicable', 'confidential', 'not-measured'] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

export const QUALITIES = ['preliminary', 'final', 'estimated'] as const;
export type Quality = (typeof QUALITIES)[number];

/** `derived` says how in a note; `example` is invented for a demonstration and marked wherever it is shown. */
export const PROVENANCES = ['exact', 'derived', 'rounded', 'example'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** A measured number or the reason why there is none. Never a number that means "missing". */
export type Measured = { readonly value: number; readonly missing?: undefined } | { readonly value?: undefined; readonly missing: MissingKind };

/** A number in units of the last decimal of its indicator: 1.05 with two decimals is 105. Always a whole number. */
export type Scaled = number;
