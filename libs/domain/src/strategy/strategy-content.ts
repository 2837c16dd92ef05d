import { type BreakContent, type DefinitionContent } from '../indicator/definition-content.js';
import { type Localized } from '../language.js';
import { type TargetContent } from '../target/target-content.js';
import { type ActionContent } from '../cooperation/action.js';
import { type ActorKind, type ActorRole, type TerritoryKind } from './actor.js';

/** A place that figures are about; `parent` is the code of the place it lies in. */
export interface TerritoryContent {
  readonly code: string;
  readonly kind: TerritoryKind;
  readonly name: Localized;
  readonly parent?: string | undefined;
}

/** Someone who does something for a goal or answers for figures; `parent` is the slug of who it belongs to. */
export interface ActorContent {
  readonly slug: string;
  readonly kind: ActorKind;
  readonly name: Localized;
  readonly parent?: string | undefined;
  readonly contact?: string | undefined;
  readonly isExample: boolean;
}

/** What a strategy is called and is for, whichever its version. */
export interface StrategyNames {
  readonly slug: string;
  readonly name: Localized;
  readonly purpose: Localized;
}

/** What a body decided: when, in which paragraph, and from when to when it is in force. */
export interface VersionContent {
  readonly number: number;
  /** As it stands within a sentence: "kommunfullmäktige". */
  readonly body: Localized;
  readonly decidedOn?: string | undefined;
  /** What is known of the day when the day itself is not. */
  readonly decidedOnText?: Localized | undefined;
  readonly paragraph?: string | undefined;
  readonly dnr?: string | undefined;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  /** Who answers for it as a document, a function or a department: "kommunstrategen". */
  readonly documentOwner?: Localized | undefined;
  /** What it replaces that is no version here: "Vision 2012–2017". */
  readonly replaces?: Localized | undefined;
  readonly isExample: boolean;
}

/** The words of an area, and its place among the areas (from 0). */
export interface AreaNames {
  readonly slug: string;
  readonly name: Localized;
  readonly shortName: Localized;
  readonly description: Localized;
  readonly position: number;
}

/** The words of a goal, why it is left unmeasured where it is, and its place within its area (from 0). */
export interface GoalNames {
  readonly slug: string;
  readonly name: Localized;
  readonly description: Localized;
  readonly deliberatelyNotMeasured?: Localized | undefined;
  readonly isExample: boolean;
  readonly position: number;
}

/** What an actor does for a goal, with a note to it. */
export interface RoleContent {
  readonly actor: string;
  readonly role: ActorRole;
  readonly note?: Localized | undefined;
}

/** An action as a strategy brings it along: what is to be done for the goal that it stands in. */
export interface TemplateAction extends Omit<ActionContent, 'goal'> {
  readonly slug: string;
}

/** A goal with all that hangs on it. */
export interface GoalContent extends Omit<GoalNames, 'position'> {
  readonly roles: readonly RoleContent[];
  readonly targets: readonly TargetContent[];
  /** Indicators that measure the goal though no target has been decided for them. */
  readonly indicatorsWithoutTarget: readonly string[];
  readonly actions?: readonly TemplateAction[] | undefined;
}

/** An area with its goals, in their order. */
export interface AreaContent extends Omit<AreaNames, 'position'> {
  readonly goals: readonly GoalContent[];
}

/** A whole version of a strategy with everything it names, as a file, a screen or an editor holds it. */
export interface StrategyContent {
  readonly territories: readonly TerritoryContent[];
  readonly actors: readonly ActorContent[];
  readonly strategy: StrategyNames;
  readonly version: VersionContent;
  readonly areas: readonly AreaContent[];
  readonly indicators: readonly (DefinitionContent & { readonly slug: string; readonly breaks: readonly BreakContent[] })[];
}
