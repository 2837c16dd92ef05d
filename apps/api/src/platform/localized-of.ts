import type { Localized } from '@slusen/domain';

/** The two language columns of a row as one text. */
export function localizedOf(sv: string, en: string | null | undefined): Localized {
  return en ? { sv, en } : { sv };
}
