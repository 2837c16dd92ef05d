import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the rights about disposal', () => {
  it('are an administrator’s, who carries out what others decided', () => {
    expect(rightsInWords('Gallring', 'sv')).toEqual([
      'Se vad som har gallrats och vad en gallring skulle ta bort | administratör | i hela kommunen',
      'Gallra och avidentifiera enligt ett beslut | administratör | i hela kommunen',
    ]);
  });
});
