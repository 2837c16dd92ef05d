import { JOB_KINDS, jobWord } from './job-words.js';

describe('A kind of job', () => {
  for (const kind of JOB_KINDS)
    it(`${kind} has a word in both languages, one of its own`, () => {
      const words = (['sv', 'en'] as const).map((language) => jobWord(kind, language));
      expect(words.every((word) => word.length > 5)).toBeTrue();
      expect(JOB_KINDS.filter((other) => jobWord(other, 'sv') === words[0])).toEqual([kind]);
    });
});
