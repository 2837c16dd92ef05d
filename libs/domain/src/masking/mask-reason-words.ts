import { wordIn, type Language, type Words } from '../language.js';

/** Why something that was published is hidden. */
export const MASK_REASONS = ['personal-data', 'secrecy', 'security'] as const;
export type MaskReason = (typeof MASK_REASONS)[number];

const REASONS: Words<MaskReason> = {
  'personal-data': ['personuppgift', 'personal data'],
  secrecy: ['sekretess', 'secrecy'],
  security: ['säkerhet', 'security'],
};

/** Why something is hidden, in a word: "personuppgift". */
export function maskReasonText(reason: MaskReason, language: Language): string {
  return wordIn(REASONS[reason], language);
}
