/** The policy as people read it, for the specs of each feature's rights. */
import { type Language } from '../language.js';
import { rightsTables } from './rights-table.js';

/** The rows of the table with a heading, as `what | who | where | when`; the last only where it is about something with states. */
export function rightsInWords(heading: string, language: Language): string[] {
  const rows = rightsTables(language).find((table) => table.heading === heading)?.rows ?? [];
  return rows.map(({ what, who, where, when }) => [what, who, where, when].filter(Boolean).join(' | '));
}
