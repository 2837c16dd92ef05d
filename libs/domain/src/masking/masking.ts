import { wordIn, type Language } from '../language.js';
import { type IsoDate } from '../time/period.js';
import { maskReasonText, type MaskReason } from './mask-reason-words.js';

/** What is told of something hidden, to everyone. */
export interface Masked {
  readonly reason: MaskReason;
  /** The decision that it was hidden by: "KS 2026/12 § 4". */
  readonly decision: string;
  /** The day in Stockholm. */
  readonly on: IsoDate;
  /** SHA-256 of a salt and the text, in hex. */
  readonly sha256: string;
}

/** A quarter of the hash is told: enough to tell hidden texts apart and to find one in the trail, and it fits on a line. */
const TOLD_DIGITS = 16;

/** What stands where a hidden text stood: that it is hidden, since when, why, by which decision, and the beginning of its hash. */
export function maskNote({ reason, decision, on, sha256 }: Masked, language: Language): string {
  const hidden = wordIn(['dolt', 'hidden'], language);
  return `[${hidden} ${on}: ${maskReasonText(reason, language)}, ${decision}, sha256 ${sha256.slice(0, TOLD_DIGITS)}]`;
}
