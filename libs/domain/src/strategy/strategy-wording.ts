import { type Wording } from '../change/difference.js';
import { inBothLanguages, yesOrNo } from '../change/writing.js';
import { dateLabel } from '../time/period-label.js';
import { actorRoleWord } from './actor-role-words.js';
import { actorKindWord } from './actor-kind-words.js';
import { type TerritoryKind } from './actor.js';
import {
  type ActorContent,
  type AreaNames,
  type GoalNames,
  type RoleContent,
  type StrategyNames,
  type TerritoryContent,
  type VersionContent,
} from './strategy-content.js';

const TERRITORY_KIND: Readonly<Record<TerritoryKind, string>> = {
  municipality: 'den egna kommunen',
  locality: 'ort',
  comparison: 'annan kommun',
  country: 'land',
};

/** What sort of territory one is, in Swedish: "ort". */
export function territoryKindText(kind: TerritoryKind): string {
  return TERRITORY_KIND[kind];
}

const day = (date: string | undefined): string | undefined => date && dateLabel(date, 'sv');

/** The words for what a strategy is called. */
export const STRATEGY_WORDING: Wording<StrategyNames> = [
  ...inBothLanguages<StrategyNames>('namn', ({ name }) => name),
  ...inBothLanguages<StrategyNames>('syfte', ({ purpose }) => purpose),
];

/** The words for a decision. */
export const VERSION_WORDING: Wording<VersionContent> = [
  ...inBothLanguages<VersionContent>('beslutande organ', ({ body }) => body),
  ['beslutad', ({ decidedOn }) => day(decidedOn)],
  ...inBothLanguages<VersionContent>('beslutad, i ord', ({ decidedOnText }) => decidedOnText),
  ['paragraf', ({ paragraph }) => paragraph],
  ['diarienummer', ({ dnr }) => dnr],
  ['gäller från', ({ validFrom }) => day(validFrom)],
  ['gäller till', ({ validTo }) => day(validTo)],
  ...inBothLanguages<VersionContent>('dokumentansvarig', ({ documentOwner }) => documentOwner),
  ...inBothLanguages<VersionContent>('ersätter', ({ replaces }) => replaces),
  ['påhittad', ({ isExample }) => yesOrNo(isExample)],
];

/** The words for an area. */
export const AREA_WORDING: Wording<AreaNames> = [
  ...inBothLanguages<AreaNames>('namn', ({ name }) => name),
  ...inBothLanguages<AreaNames>('kort namn', ({ shortName }) => shortName),
  ...inBothLanguages<AreaNames>('beskrivning', ({ description }) => description),
  ['plats i ordningen', ({ position }) => String(position + 1)],
];

/** The words for a goal. */
export const GOAL_WORDING: Wording<GoalNames> = [
  ...inBothLanguages<GoalNames>('namn', ({ name }) => name),
  ...inBothLanguages<GoalNames>('beskrivning', ({ description }) => description),
  ...inBothLanguages<GoalNames>('skäl att inte mäta', ({ deliberatelyNotMeasured }) => deliberatelyNotMeasured),
  ['påhittad', ({ isExample }) => yesOrNo(isExample)],
  ['plats i ordningen', ({ position }) => String(position + 1)],
];

/** The words for an actor's part in a goal. */
export const ROLE_WORDING: Wording<RoleContent> = [
  ['roll', ({ role }) => actorRoleWord(role, 'sv')],
  ...inBothLanguages<RoleContent>('kommentar till rollen', ({ note }) => note),
];

/** The words for an actor. */
export const ACTOR_WORDING: Wording<ActorContent> = [
  ...inBothLanguages<ActorContent>('namn', ({ name }) => name),
  ['slag', ({ kind }) => actorKindWord(kind, 'sv')],
  ['hör till', ({ parent }, nameOf) => (parent === undefined ? undefined : nameOf(parent))],
  ['kontakt', ({ contact }) => contact],
  ['påhittad', ({ isExample }) => yesOrNo(isExample)],
];

/** The words for a place. */
export const TERRITORY_WORDING: Wording<TerritoryContent> = [
  ...inBothLanguages<TerritoryContent>('namn', ({ name }) => name),
  ['slag', ({ kind }) => territoryKindText(kind)],
  ['ligger i', ({ parent }, nameOf) => (parent === undefined ? undefined : nameOf(parent))],
];
