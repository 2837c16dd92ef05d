import { formatNumber, type Language } from '@slusen/domain';

/** How large a file is: `48 kB`, `1,2 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const [amount, unit, decimals] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB', 0] : [bytes / 1_000_000, 'MB', 1];
  return `${formatNumber(amount, { decimals, language })}\u00a0${unit}`;
}
