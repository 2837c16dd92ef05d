/** What an actor is. */
export const ACTOR_KINDS = [
  'committee',
  'department',
  'municipal-company',
  'association',
  'business',
  'region',
  'local-development-group',
  'residents',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What an actor does for a goal: leder, medverkar, levererar, finansierar, informeras. */
export const ACTOR_ROLES = ['leads', 'participates', 'delivers', 'finances', 'is-informed'] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** What an account may be given the right to do; the public has no account. */
export const ACCOUNT_ROLES = ['reporter', 'reviewer', 'politician', 'strategist', 'partner', 'administrator'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** What a value can be about. */
export const TERRITORY_KINDS = ['municipality', 'locality', 'comparison', 'country'] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];
