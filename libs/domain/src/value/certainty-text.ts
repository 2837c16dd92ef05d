import { type Language } from '../language.js';
import { provenanceText } from './provenance-words.js';
import { type Provenance, type Quality } from './value.js';
import { qualityText } from './value-words.js';

/** What must be said of a value that is not simply final and exact: "preliminärt, avrundat". Undefined of one that is. */
export function certaintyText(
  { quality, provenance }: { readonly quality: Quality; readonly provenance: Provenance },
  language: Language,
): string | undefined {
  const notes = [
    ...(quality === 'final' ? [] : [qualityText(quality, language)]),
    ...(provenance === 'exact' ? [] : [provenanceText(provenance, language)]),
  ];
  return notes.length > 0 ? notes.join(', ') : undefined;
}
