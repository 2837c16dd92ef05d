import { ACTOR_KINDS, type ActorKind, type ActorRole } from '../strategy/actor.js';

/** What an actor does for a goal. */
export interface HeldRole {
  readonly goal: string;
  readonly actor: string;
  readonly role: ActorRole;
}

/** An actor with how many actions it leads that have not ended. */
export interface MatrixActor {
  readonly slug: string;
  readonly kind: ActorKind;
  readonly openActions: number;
}

/** Where it is seen that somebody is missing, or has too much. */
export interface RoleGaps {
  /** Goals that nobody leads. */
  readonly noLead: readonly string[];
  /** Goals that nobody outside the municipality does anything for; being informed is not doing. */
  readonly onlyMunicipality: readonly string[];
  /** Actors that lead more goals or actions than one can hold together. */
  readonly overloaded: readonly string[];
}

/** An actor that leads more goals than this is said to have much on its hands. */
export const MOST_LED_GOALS = 4;
/** And so is one that leads more actions than this which have not ended. */
export const MOST_OPEN_ACTIONS = 10;

const MUNICIPAL: readonly ActorKind[] = ['committee', 'department', 'municipal-company'];

/** The kinds of actors that are the municipality itself, with its companies. */
export const isMunicipal = (kind: ActorKind): boolean => MUNICIPAL.includes(kind);

/** An actor that leads or takes part in an action for a goal, with or without a role in the goal itself. */
export interface ActsFor {
  readonly goal: string;
  readonly kind: ActorKind;
}

/** All that is done for the goals. */
export interface Doings {
  readonly roles: readonly HeldRole[];
  /** Of actions that have not ended. */
  readonly acts: readonly ActsFor[];
}

/** Who is missing and who has too much, for goals in their order. A goal that nobody has a role in has no lead. */
export function roleGaps(goals: readonly string[], actors: readonly MatrixActor[], { roles, acts }: Doings): RoleGaps {
  const kinds = new Map(actors.map(({ slug, kind }) => [slug, kind]));
  const doing = roles.filter(({ role }) => role !== 'is-informed');
  const isOutside = ({ actor }: HeldRole): boolean => !isMunicipal(kinds.get(actor) ?? 'committee');
  const joined = new Set(acts.filter(({ kind }) => !isMunicipal(kind)).map(({ goal }) => goal));
  const of = (goal: string): HeldRole[] => doing.filter((held) => held.goal === goal);
  return {
    noLead: goals.filter((goal) => !of(goal).some(({ role }) => role === 'leads')),
    onlyMunicipality: goals.filter((goal) => of(goal).length > 0 && !joined.has(goal) && !of(goal).some(isOutside)),
    overloaded: actors.filter((actor) => leadsMany(actor, doing)).map(({ slug }) => slug),
  };
}

function leadsMany({ slug, openActions }: MatrixActor, roles: readonly HeldRole[]): boolean {
  const led = roles.filter(({ actor, role }) => actor === slug && role === 'leads').length;
  return led > MOST_LED_GOALS || openActions > MOST_OPEN_ACTIONS;
}

/** Actors in the order of their kinds, as lists of them stand; each kind keeps its order. */
export function inOrderOfKind<Actor extends Pick<MatrixActor, 'kind'>>(actors: readonly Actor[]): Actor[] {
  return [...actors].sort((a, b) => ACTOR_KINDS.indexOf(a.kind) - ACTOR_KINDS.indexOf(b.kind));
}
