import { Component } from '@angular/core';
import { ACTOR_KINDS, ACTOR_ROLES, CADENCES } from '@slusen/domain';
import { actorKindHeading, actorKindWord } from './actor-kinds.js';
import { injectLanguage } from './language.js';
import { show } from './testing/index.js';
import { cadenceWord, roleWord } from './vocabulary.js';

@Component({ template: '{{ language }}' })
class Speaking {
  readonly language = injectLanguage();
}

describe('The language of a page', () => {
  for (const language of ['sv', 'en'] as const) {
    it(`is ${language} in the build for ${language}`, async () => {
      expect((await show(Speaking, { language })).element.innerText).toBe(language);
    });
  }
});

describe('The words of the screen', () => {
  const vocabularies = [
    ['kinds of actors, together', ACTOR_KINDS.map(actorKindHeading)],
    ['kinds of actors, one by one', ACTOR_KINDS.map(actorKindWord)],
    ['roles', ACTOR_ROLES.map(roleWord)],
    ['cadences', CADENCES.map(cadenceWord)],
  ] as const;
  for (const [what, words] of vocabularies) {
    it(`call no two ${what} the same`, () => {
      expect(words.every((word) => word.length > 3)).toBeTrue();
      expect(new Set(words).size).toBe(words.length);
    });
  }

  it('begin a heading with a capital, and a word within a sentence without', () => {
    expect(ACTOR_KINDS.map(actorKindHeading).filter((word) => !/^\p{Lu}/u.test(word))).toEqual([]);
    expect(CADENCES.map(cadenceWord).filter((word) => !/^\p{Ll}/u.test(word))).toEqual([]);
  });
});
