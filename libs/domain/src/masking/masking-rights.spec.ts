import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the right to hide what was published', () => {
  it('is the administrator’s alone', () => {
    expect(rightsInWords('Det som döljs', 'sv')).toEqual([
      'Dölja en publicerad text eller siffra, och visa den igen | administratör | i hela kommunen',
    ]);
    expect(rightsInWords('What is hidden', 'en')).toEqual([
      'Hide a published text or figure, and show it again | administrator | in the whole municipality',
    ]);
  });
});
