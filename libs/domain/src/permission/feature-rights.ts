import { type DomainError } from '../domain-error.js';
import { type InEveryLanguage } from '../language.js';
import { type AccountRole } from '../strategy/actor.js';

/** How far a right reaches: the department it was given for, everything, or the account itself. */
export const PERMISSION_SCOPES = ['own-department', 'all', 'self'] as const;
export type PermissionScope = (typeof PERMISSION_SCOPES)[number];

/** One line of the policy: these roles may do these things, so far, with subjects in these states. */
export interface PolicyRule<Action extends string = string, State extends string = string> {
  /** `everyone`: whoever has an account, with or without a role. */
  readonly roles: readonly AccountRole[] | 'everyone';
  /** Whoever runs the server may do it by a command too, without an account. */
  readonly byOperator?: true;
  readonly actions: readonly Action[];
  readonly scope: PermissionScope;
  /**
   * In which states the subject must be. `workflow`: the workflow says, since it answers better than "forbidden". Absent
   * where the action is not about one subject.
   */
  readonly states?: readonly State[] | 'workflow';
}

/** The single things that rights are about, where they can be out of an account's sight. */
export interface PolicySubject<Action extends string = string, State extends string = string> {
  readonly states: Readonly<Record<State, InEveryLanguage>>;
  /** What lets an account see one: what cannot be seen cannot be acted on either, or the answer would tell that it exists. */
  readonly seenBy: Action;
  /** What is said of one that is not there, and so of one that is out of sight. */
  readonly notFound: (id: string) => DomainError;
  /** From which states the workflow lets an action start. */
  statesAllowing(action: Action): readonly State[];
}

/** The rights of one feature, declared beside its rules: what can be done, in words, and who may. */
export interface FeatureRights<Action extends string = string, State extends string = string> {
  /** What the rights are about, as the heading of their table. */
  readonly heading: InEveryLanguage;
  /** Everything that can be done, each in the words of the public table. */
  readonly actions: Readonly<Record<Action, InEveryLanguage>>;
  readonly subject?: PolicySubject<NoInfer<Action>, State>;
  readonly rules: readonly PolicyRule<NoInfer<Action>, NoInfer<State>>[];
}

/** Declares the rights of a feature: its rules may name only its own actions and states. */
export function featureRights<const Action extends string, const State extends string = never>(
  rights: FeatureRights<Action, State>,
): FeatureRights<Action, State> {
  return rights;
}
