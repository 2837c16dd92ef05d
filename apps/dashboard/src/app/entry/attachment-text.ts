import { LARGEST_ATTACHMENT } from '@slusen/domain';
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
