import { PERSON_STATES, personStateWord } from './person-state-words.js';

describe('Somebody with an account', () => {
  it('is active, invited or shut out', () => {
    expect(PERSON_STATES.map((state) => personStateWord(state, 'sv'))).toEqual(['aktiv', 'inbjuden', 'avstängd']);
    expect(PERSON_STATES.map((state) => personStateWord(state, 'en'))).toEqual(['active', 'invited', 'shut out']);
  });
});
