import { wordIn, type Language, type Words } from '../language.js';
import { type Provenance } from './value.js';

const PROVENANCE: Words<Provenance> = {
  exact: ['exakt', 'exact'],
  derived: ['härlett', 'derived'],
  rounded: ['avrundat', 'rounded'],
  reported: ['återgivet, inte avstämt mot källan', 'reported second-hand, not reconciled with the source'],
  example: ['exempel', 'example'],
};

/** How a value came about, as said of a value: "härlett", "exempel". */
export function provenanceText(provenance: Provenance, language: Language): string {
  return wordIn(PROVENANCE[provenance], language);
}
