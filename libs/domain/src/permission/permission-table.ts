import { type AccountRole } from '../strategy/actor.js';
import { type EntryAction, type EntryState } from '../entry/entry.js';
import { statesAllowing } from '../entry/entry-workflow.js';
import { PERMISSION_ACTIONS, POLICY, type PermissionAction, type PermissionScope, type PolicyRule } from './permission-policy.js';

/** One right in the documented table. `states` is empty where entries have nothing to do with it. */
export interface PolicyRow {
  readonly action: PermissionAction;
  readonly role: AccountRole;
  readonly scope: PermissionScope;
  readonly states: readonly EntryState[];
}

/** The policy as rows, one per action and role, in the order of the actions; the states of a step come from the workflow. */
export function policyRows(): readonly PolicyRow[] {
  return PERMISSION_ACTIONS.flatMap((action) =>
    POLICY.filter((rule) => rule.actions.includes(action)).flatMap((rule) =>
      rule.roles.map((role) => ({ action, role, scope: rule.scope, states: statesOf(rule, action) })),
    ),
  );
}

/**
 * The policy as a Markdown table, for the documentation.
 * @internal
 */
export function policyMarkdown(): string {
  const lines = policyRows().map(({ action, role, scope, states }) => `| ${action} | ${role} | ${scope} | ${states.join(', ') || '–'} |`);
  return ['| action | role | scope | states |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
}

function statesOf({ states }: PolicyRule, action: PermissionAction): readonly EntryState[] {
  return states === 'workflow' ? statesAllowing(action.slice('entry.'.length) as EntryAction) : (states ?? []);
}
