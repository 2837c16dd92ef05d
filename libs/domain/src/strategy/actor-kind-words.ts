import { wordIn, type Language, type Words } from '../language.js';
import { type ActorKind } from './actor.js';

const HEADINGS: Words<ActorKind> = {
  committee: ['Fullmäktige, styrelse och nämnder', 'Council, executive board and committees'],
  department: ['Förvaltningar', 'Departments'],
  'municipal-company': ['Kommunala bolag', 'Municipal companies'],
  association: ['Föreningar', 'Associations'],
  business: ['Företag', 'Businesses'],
  region: ['Regionen', 'The region'],
  'local-development-group': ['Lokala utvecklingsgrupper', 'Local development groups'],
  residents: ['Invånare', 'Residents'],
};

const KINDS: Words<ActorKind> = {
  committee: ['Politiskt organ', 'Political body'],
  department: ['Förvaltning', 'Department'],
  'municipal-company': ['Kommunalt bolag', 'Municipal company'],
  association: ['Förening', 'Association'],
  business: ['Företag', 'Business'],
  region: ['Region', 'Region'],
  'local-development-group': ['Lokal utvecklingsgrupp', 'Local development group'],
  residents: ['Invånare', 'Residents'],
};

/** What actors of a kind are called together, as a heading: "Förvaltningar". */
export function actorKindHeading(kind: ActorKind, language: Language): string {
  return wordIn(HEADINGS[kind], language);
}

/** What one actor of a kind is: "Förvaltning". */
export function actorKindWord(kind: ActorKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}
