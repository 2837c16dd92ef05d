/** A goal of an adopted version, with the slugs of what measures it, and of what did until it was taken out by a decision of its own. */
export interface FollowedGoal {
  readonly slug: string;
  readonly indicators: readonly string[];
  readonly withdrawn: readonly string[];
}

/** An adopted version as far as it says what is followed up. */
export interface FollowedVersion {
  readonly number: number;
  readonly goals: readonly FollowedGoal[];
}

/** A goal that an earlier version had; `goesOnIn`: the goals in force that something measures which measured it. */
export interface LeftGoal {
  readonly slug: string;
  /** The latest version that had it. */
  readonly version: number;
  readonly goesOnIn: readonly string[];
}

/** An indicator that measured something; `goals`: what it measured in the latest version that had it. */
export interface LeftIndicator {
  readonly slug: string;
  readonly version: number;
  readonly goals: readonly string[];
}

/**
 * What was decided and is no longer followed up: goals that are not in the version in force, and indicators that measure none of its goals.
 * `versions`: those that have begun, in the order they did, the one in force among them.
 */
export function noLongerFollowedUp(
  versions: readonly FollowedVersion[],
  inForce: FollowedVersion,
): { readonly goals: readonly LeftGoal[]; readonly indicators: readonly LeftIndicator[] } {
  const latestFirst = [...versions].reverse();
  const [goalsNow, measuresNow] = [
    new Set(inForce.goals.map(({ slug }) => slug)),
    new Set(inForce.goals.flatMap(({ indicators }) => indicators)),
  ];
  const goals = firstOfEach(latestFirst.flatMap(({ number, goals }) => goals.map((goal) => ({ ...goal, version: number }))));
  return {
    goals: goals
      .filter(({ slug }) => !goalsNow.has(slug))
      .map(({ slug, version, ...goal }) => ({ slug, version, goesOnIn: measuredByAnyOf(everMeasured(goal), inForce) })),
    indicators: firstOfEach(latestFirst.flatMap(measuredIn)).filter(({ slug }) => !measuresNow.has(slug)),
  };
}

const everMeasured = ({ indicators, withdrawn }: Omit<FollowedGoal, 'slug'>): readonly string[] => [...indicators, ...withdrawn];

function measuredIn({ number, goals }: FollowedVersion): LeftIndicator[] {
  return [...new Set(goals.flatMap(everMeasured))].map((slug) => ({
    slug,
    version: number,
    goals: goals.filter((goal) => everMeasured(goal).includes(slug)).map((goal) => goal.slug),
  }));
}

function measuredByAnyOf(indicators: readonly string[], { goals }: FollowedVersion): string[] {
  return goals.filter((goal) => goal.indicators.some((slug) => indicators.includes(slug))).map(({ slug }) => slug);
}

function firstOfEach<Thing extends { readonly slug: string }>(things: readonly Thing[]): Thing[] {
  return things.filter(({ slug }, at) => things.findIndex((other) => other.slug === slug) === at);
}
