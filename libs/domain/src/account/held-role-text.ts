import { textIn, wordIn, type Language, type Localized, type Words } from '../language.js';
import type { AccountRole } from '../strategy/actor.js';
import { dateLabel } from '../time/period-label.js';
import { accountRoleWord } from './account-role-words.js';
import type { RolePeriod } from './role-period.js';

/** A role as it is told: of which department, and on which days. */
export interface ToldRole extends RolePeriod {
  readonly role: AccountRole;
  readonly department?: { readonly name: Localized } | undefined;
}

const DAYS: Words<'from' | 'to'> = {
  from: ['från och med', 'from'],
  to: ['till och med', 'until'],
};

/** A role in words: "granskare, Kultur (till och med 31 december 2026)". */
export function heldRoleText(held: ToldRole, language: Language): string {
  const department = held.department ? `, ${textIn(held.department.name, language).text}` : '';
  const days = daysText(held, language);
  return `${accountRoleWord(held.role, language)}${department}${days ? ` (${days})` : ''}`;
}

function daysText({ from, to }: RolePeriod, language: Language): string {
  const [begins, ends] = [from && dateLabel(from, language), to && dateLabel(to, language)];
  if (begins && ends) return `${begins}–${ends}`;
  if (begins) return `${wordIn(DAYS.from, language)} ${begins}`;
  return ends ? `${wordIn(DAYS.to, language)} ${ends}` : '';
}
