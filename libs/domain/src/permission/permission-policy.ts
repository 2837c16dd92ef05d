import { ACCOUNT_RIGHTS } from '../account/account-rights.js';
import { ACTION_RIGHTS } from '../cooperation/action-rights.js';
import { DISPOSAL_RIGHTS } from '../disposal/disposal-rights.js';
import { DESK_RIGHTS, ENTRY_RIGHTS } from '../entry/entry-rights.js';
import { IMPORT_RIGHTS } from '../import/import-rights.js';
import { MASKING_RIGHTS } from '../masking/masking-rights.js';
import { OPERATION_RIGHTS } from '../operation/operation-rights.js';
import { REMINDER_RIGHTS } from '../reminder/reminder-rights.js';
import { ROUND_RIGHTS } from '../round/round-rights.js';
import { SETTINGS_RIGHTS } from '../settings/settings-rights.js';
import { FOLLOW_UP_RIGHTS } from '../status/follow-up-rights.js';
import { STRATEGY_RIGHTS } from '../strategy/strategy-rights.js';
import { type FeatureRights } from './feature-rights.js';

/**
 * Who may do what, feature by feature: the one source of the guards, of their tests and of the public page about rights.
 * What no line allows is refused. Public reading needs no account and no right.
 */
const FEATURES = [
  ENTRY_RIGHTS,
  DESK_RIGHTS,
  ROUND_RIGHTS,
  REMINDER_RIGHTS,
  IMPORT_RIGHTS,
  FOLLOW_UP_RIGHTS,
  STRATEGY_RIGHTS,
  ACTION_RIGHTS,
  MASKING_RIGHTS,
  DISPOSAL_RIGHTS,
  SETTINGS_RIGHTS,
  ACCOUNT_RIGHTS,
  OPERATION_RIGHTS,
] as const;

/** The policy, in the order of its documentation. */
export const POLICY: readonly FeatureRights[] = FEATURES;

type ActionOf<Rights> = Rights extends FeatureRights<infer Action, infer _> ? Action : never;
type StateOf<Rights> = Rights extends FeatureRights<infer _, infer State> ? State : never;

/** Everything an account can be allowed to do. */
export type PermissionAction = ActionOf<(typeof FEATURES)[number]>;

/** The states of everything that rights are about. */
export type PermissionState = StateOf<(typeof FEATURES)[number]>;

/**
 * Every action, in the order of the features.
 * @internal
 */
export const PERMISSION_ACTIONS = POLICY.flatMap(({ actions }) => Object.keys(actions) as PermissionAction[]);

const FEATURE_OF = new Map(POLICY.flatMap((rights) => Object.keys(rights.actions).map((action) => [action, rights] as const)));

/** The rights that an action belongs to. */
export function rightsAbout(action: string): FeatureRights {
  const rights = FEATURE_OF.get(action);
  if (!rights) throw new RangeError(`No feature declares the action ${action}`);
  return rights;
}
