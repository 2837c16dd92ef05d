import { ACCOUNT_ROLES, type AccountRole } from '../strategy/actor.js';
import { ENTRY_STATES, type EntryState } from '../entry/entry.js';

/** Everything an account can be allowed to do. Public reading needs no account and no right. */
export const PERMISSION_ACTIONS = [
  'entry.read',
  'entry.save',
  'entry.submit',
  'entry.withdraw',
  'entry.return',
  'entry.approve',
  'task.read',
  'queue.read',
  'overview.read',
  'import.run',
  'import.approve',
  'strategy.adopt',
  'role.give',
  'target.decide',
  'indicator.add',
  'definition.revise',
  'series.break',
  'organisation.change',
  'territory.add',
  'account.manage',
  'audit.read',
  'account.read-own',
  'account.change-own-password',
  'account.end-own-sessions',
] as const;
export type PermissionAction = (typeof PERMISSION_ACTIONS)[number];

/** How far a right reaches: the department it was given for, everything, or the account itself. */
export const PERMISSION_SCOPES = ['own-department', 'all', 'self'] as const;
export type PermissionScope = (typeof PERMISSION_SCOPES)[number];

/** One line of the policy: these roles may do these things, so far, with entries in these states. */
export interface PolicyRule {
  readonly roles: readonly AccountRole[];
  readonly actions: readonly PermissionAction[];
  readonly scope: PermissionScope;
  /**
   * In which states an entry must be. `workflow`: the workflow says, since it answers better than "forbidden". Absent where
   * the action is not about one entry.
   */
  readonly states?: readonly EntryState[] | 'workflow';
}

/**
 * Who may do what: the one source of the guards, of their tests and of the page that documents them. What no line allows
 * is refused. Administrators manage accounts and approve nothing; that needs the reviewer's role beside it.
 */
export const POLICY: readonly PolicyRule[] = [
  { roles: ['reporter'], actions: ['entry.read'], scope: 'own-department', states: ENTRY_STATES },
  {
    roles: ['reporter'],
    actions: ['entry.save', 'entry.submit', 'entry.withdraw'],
    scope: 'own-department',
    states: 'workflow',
  },
  { roles: ['reporter'], actions: ['task.read'], scope: 'own-department' },
  // A draft is its authors' own until it is submitted.
  {
    roles: ['reviewer'],
    actions: ['entry.read'],
    scope: 'own-department',
    states: ['submitted', 'returned', 'approved'],
  },
  { roles: ['reviewer'], actions: ['entry.return', 'entry.approve'], scope: 'own-department', states: 'workflow' },
  { roles: ['reviewer'], actions: ['queue.read'], scope: 'own-department' },
  // A file of official statistics has no department; a named reviewer answers for the whole of it.
  { roles: ['reviewer'], actions: ['import.approve'], scope: 'all' },
  {
    roles: ['strategist', 'administrator'],
    actions: ['strategy.adopt', 'role.give', 'target.decide', 'definition.revise', 'series.break', 'organisation.change'],
    scope: 'all',
  },
  // A file of figures may bring indicators and areas that are not there yet; whoever answers for the file answers for them.
  { roles: ['reviewer', 'strategist', 'administrator'], actions: ['indicator.add', 'territory.add'], scope: 'all' },
  { roles: ['politician', 'strategist', 'administrator'], actions: ['overview.read'], scope: 'all' },
  { roles: ['administrator'], actions: ['import.run', 'account.manage', 'audit.read'], scope: 'all' },
  {
    roles: ACCOUNT_ROLES,
    actions: ['account.read-own', 'account.change-own-password', 'account.end-own-sessions'],
    scope: 'self',
  },
];
