/** What an indicator can be broken down by. */
export const BREAKDOWN_KINDS = ['sex', 'age'] as const;
export type BreakdownKind = (typeof BREAKDOWN_KINDS)[number];

/** What the values of a set are: people, whose parts make up the whole and are few at times, or shares and means, whose whole lies between them. */
export const BREAKDOWN_CONTENTS = ['people', 'shares'] as const;
export type BreakdownContent = (typeof BREAKDOWN_CONTENTS)[number];

/** How the figures of an indicator are broken down. */
export interface Breakdown {
  readonly kind: BreakdownKind;
  /** The groups of ages by their names, the youngest first; women and men have names of their own. */
  readonly groups: readonly string[];
  readonly of: BreakdownContent;
  /** Counts of people from 1 to one less than this are not told. */
  readonly threshold: number;
}

/** The least threshold: below it, a count that is kept back would be one. */
export const LEAST_THRESHOLD = 3;
/** More than this no small count is. */
export const LARGEST_THRESHOLD = 100;

/** Women and men, as their series are called here and in the files of Statistics Sweden. */
export const SEXES = ['kvinnor', 'män'] as const;

/** The keys of the parts, in the order in which they are shown: what their series are called. */
export function partKeys({ kind, groups }: Pick<Breakdown, 'kind' | 'groups'>): readonly string[] {
  return kind === 'sex' ? SEXES : groups;
}

/** What the whole is called among the parts of a set. */
const WHOLES: ReadonlySet<string> = new Set(['total', 'totalt', 'samtliga', 'bådakönen', 'alla', 'summa', 't', 'tot']);

/** Whether a text is a word for the whole, and so for no part of it. */
export function isWhole(text: string): boolean {
  return WHOLES.has(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
}

/** Whether a set would have other parts than before, or they would be something else: what was kept back might be told then. */
export function isOtherwiseBrokenDown(from: Broken, to: Broken): boolean {
  const said = ({ breakdown }: Broken) => breakdown && JSON.stringify([partKeys(breakdown), breakdown.of]);
  return from.breakdown !== undefined && said(from) !== said(to);
}

interface Broken {
  readonly breakdown?: Breakdown | undefined;
}
