import type { MachineKeyLine } from '../../identity/machines/machine-key-list.query.js';

/** Keys as lines with aligned columns. */
export function machineKeyTable(keys: readonly MachineKeyLine[]): string[] {
  if (keys.length === 0) return ['There is no key yet.'];
  const rows = keys.map((key) => [
    String(key.id),
    key.username,
    key.name,
    key.departments.map(({ slug }) => slug).join(' '),
    endOf(key),
    key.last_used_at ? `used ${day(key.last_used_at)}` : 'never used',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function endOf({ revoked_at: revoked, disabled_at: disabled, expires_at: expires }: MachineKeyLine): string {
  if (revoked) return `revoked ${day(revoked)}`;
  return disabled ? `account disabled ${day(disabled)}` : `until ${day(expires)}`;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
