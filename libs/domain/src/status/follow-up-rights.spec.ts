import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the right to follow how all goals stand', () => {
  it('is that of elected representatives, strategists and administrators', () => {
    expect(rightsInWords('Uppföljning', 'sv')).toEqual([
      'Se översikten över alla mål | förtroendevald, strateg och administratör | i hela kommunen',
    ]);
    expect(rightsInWords('Follow-up', 'en')).toEqual([
      'See the overview of all goals | elected representative, strategist and administrator | in the whole municipality',
    ]);
  });
});
