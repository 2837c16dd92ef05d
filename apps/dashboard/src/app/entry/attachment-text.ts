import { formatNumber, LARGEST_ATTACHMENT, type Language } from '@slusen/domain';
import { ruleText } from '../data/problem-texts.js';

/** What an entry takes, as a browser's choice of files has it. */
export const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.webp,.xlsx';

const LONGEST_NAME = 200;
/** What no file here may be called: marks nobody sees, that turn the name around, and paths. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]/gu;

/** A file's name as it is kept: what is too long loses its beginning, since the end says what it is. */
export function attachmentName(name: string): string {
  return name.normalize('NFC').replace(UNSEEN, '').slice(-LONGEST_NAME).toWellFormed().trim() || 'fil';
}

/** Why a file cannot be sent at all, in words; the API looks at what is in it. */
export function unsendable({ size }: Pick<File, 'size'>): string | undefined {
  return size > LARGEST_ATTACHMENT ? ruleText('attachment.too-large') : undefined;
}

/** How large a file is: `48 kB`, `1,2 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const [amount, unit, decimals] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB', 0] : [bytes / 1_000_000, 'MB', 1];
  return `${formatNumber(amount, { decimals, language })}\u00a0${unit}`;
}
