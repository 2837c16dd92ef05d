import type { AccountLine } from './account-list.query.js';

/** Accounts as lines with aligned columns. */
export function accountTable(accounts: readonly AccountLine[]): string[] {
  if (accounts.length === 0) return ['There is no account yet.'];
  const rows = accounts.map(({ username, name, roles, created, disabled }) => [
    username,
    name,
    roles.join(' ') || 'no role',
    disabled ? `disabled ${day(disabled)}` : `since ${day(created)}`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
