import type { GivenRole, HeldRole } from '@slusen/contracts';
import { accountRoleWord, dateLabel, roleTime, textIn, type Language, type RolePeriod } from '@slusen/domain';

/**
 * A role in words: "granskare, Kultur (till och med 31 december 2026)". As mails have it (`held-role-text`), which a page must not import: the
 * builder then puts most rules of the domain into one file that every page fetches, 20 KiB more.
 */
export function roleText(held: HeldRole, language: Language): string {
  const department = held.department ? `, ${textIn(held.department.name, language).text}` : '';
  const days = daysText(held, language);
  return `${accountRoleWord(held.role, language)}${department}${days ? ` (${days})` : ''}`;
}

function daysText({ from, to }: RolePeriod, language: Language): string {
  const [begins, ends] = [from && dateLabel(from, language), to && dateLabel(to, language)];
  if (begins && ends) return $localize`:@@role.from-to:${begins}:from:–${ends}:to:`;
  if (begins) return $localize`:@@role.from:från och med ${begins}:from:`;
  return ends ? $localize`:@@role.to:till och med ${ends}:to:` : '';
}

/** A role as it is sent: the department by its name in addresses. */
export function givenOf({ department, ...held }: HeldRole): GivenRole {
  return department ? { ...held, department: department.slug } : held;
}

/** Those that are held or to come; what is over is of no interest in a list. */
export const notOver = (roles: readonly HeldRole[], today: string): readonly HeldRole[] =>
  roles.filter((held) => roleTime(held, today) !== 'over');
