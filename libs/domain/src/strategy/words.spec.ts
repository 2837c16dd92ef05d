import { actorKindHeading, actorKindWord } from './actor-kind-words.js';
import { actorRoleWord } from './actor-role-words.js';
import { ACTOR_KINDS, ACTOR_ROLES } from './actor.js';

describe('words of the screen', () => {
  for (const language of ['sv', 'en'] as const) {
    const vocabularies = [
      ['kinds of actors, together', ACTOR_KINDS.map((kind) => actorKindHeading(kind, language))],
      ['kinds of actors, one by one', ACTOR_KINDS.map((kind) => actorKindWord(kind, language))],
      ['roles', ACTOR_ROLES.map((role) => actorRoleWord(role, language))],
    ] as const;
    for (const [what, words] of vocabularies) {
      it(`call no two ${what} the same (${language})`, () => {
        expect(words.every((word) => word.length > 3)).toBeTrue();
        expect(new Set(words).size).toBe(words.length);
      });
    }
  }

  it('begin a heading with a capital, and a word within a sentence without', () => {
    expect(ACTOR_KINDS.map((kind) => actorKindHeading(kind, 'sv')).filter((word) => !/^\p{Lu}/u.test(word))).toEqual([]);
    expect(ACTOR_ROLES.map((role) => actorRoleWord(role, 'sv')).filter((word) => !/^\p{Ll}/u.test(word))).toEqual([]);
  });
});
