import { ENTERED_PROVENANCES, MISSING_KINDS, missingText, provenanceText, QUALITIES, qualityText, type Language } from '@slusen/domain';

/** What can be chosen in the form of a figure, each with its word in the reader's language. */
export function entryChoices(language: Language) {
  return {
    missing: MISSING_KINDS.map((kind) => ({ kind, word: missingText(kind, language) })),
    provenances: ENTERED_PROVENANCES.map((provenance) => ({ provenance, word: provenanceText(provenance, language) })),
    qualities: QUALITIES.map((quality) => ({ quality, word: qualityText(quality, language) })),
  };
}
