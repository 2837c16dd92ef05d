import type { ImportRun } from '@slusen/contracts';
import { dateLabel, formatNumber, stockholmDate } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Writes how many there are: "12 345". */
export function injectCount(): (count: number) => string {
  const language = injectLanguage();
  return (count) => formatNumber(count, { decimals: 0, language });
}

/** Says whether everything that a file brought is public: "väntar till 1 mars 2027". */
export function injectPublicityText(): (run: Pick<ImportRun, 'waitsUntil'>) => string {
  const language = injectLanguage();
  return ({ waitsUntil }) => {
    if (waitsUntil === undefined) return $localize`:@@imports.public:publicerad`;
    const day = dateLabel(stockholmDate(waitsUntil), language);
    return $localize`:@@imports.waits:väntar till ${day}:day:`;
  };
}
