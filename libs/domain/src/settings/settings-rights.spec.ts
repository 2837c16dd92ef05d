import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the rights about the installation', () => {
  it('are the administrator’s, and a strategist sees how the data are', () => {
    expect(rightsInWords('Installationen', 'sv')).toEqual([
      'Ändra kommunens namn, kod, logotyp, färg, licens och kontaktuppgifter | administratör | i hela kommunen',
      'Läsa händelseloggen | administratör och den som driver servern | i hela kommunen',
      'Se vilka uppgifter som är sena eller saknar något | strateg och administratör | i hela kommunen',
    ]);
  });
});
