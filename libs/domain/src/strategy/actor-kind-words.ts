import { wordIn, type Language, type Words } from '../language.js';
import { type ActorKind } from './actor.js';

const HEADINGS: Words<ActorKind> = {
  committee: ['Nämnder', 'Committees'],
  department: ['Förvaltningar', 'Departments'],
  'municipal-company': ['Kommunala bolag', 'Municipal companies'],
  association: ['Föreningar', 'Associations'],
  business: ['Företag', 'Businesses'],
  region: ['Regionen', 'The region'],
  'local-development-group': ['Lokala utvecklingsgrupper', 'Local development groups'],
  residents: ['Invånare', 'Residents'],
};

const KINDS: Words<ActorKind> = {
  committee: ['Nämnd', 'Committee'],
  department: ['Förvaltning', 'Department'],
  'municipal-company': ['Kommunalt bolag', 'Municipal company'],
  association: ['Förening', 'Association'],
  business: ['Företag', 'Business'],
  region: ['Region', 'Region'],
  'local-development-group': ['Lokal utvecklingsgrupp', 'Local development group'],
  residents: ['Invånare', 'Residents'],
};

/** What actors of a kind are called together, as a heading: "Nämnder". */
export function actorKindHeading(kind: ActorKind, language: Language): string {
  return wordIn(HEADINGS[kind], language);
}

/** What one actor of a kind is: "Nämnd". */
export function actorKindWord(kind: ActorKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}
