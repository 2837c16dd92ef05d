import { wordIn, type Language, type Words } from '../language.js';
import { type ActorRole } from './actor.js';

const ROLES: Words<ActorRole> = {
  leads: ['leder', 'leads'],
  participates: ['medverkar', 'participates'],
  delivers: ['levererar', 'delivers'],
  finances: ['finansierar', 'finances'],
  'is-informed': ['informeras', 'informed'],
};

/** What an actor does for a goal: "leder". */
export function actorRoleWord(role: ActorRole, language: Language): string {
  return wordIn(ROLES[role], language);
}
