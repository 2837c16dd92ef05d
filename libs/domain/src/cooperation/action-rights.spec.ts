import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the rights about actions', () => {
  it('are those of whoever works for the leading actor, and the strategist’s', () => {
    const [officials, strategist, planner] = [
      'rapportör och granskare | i den egna förvaltningen',
      'strateg | i hela kommunen',
      'strateg och den som driver servern | i hela kommunen',
    ];
    expect(rightsInWords('Åtgärder', 'sv')).toEqual([
      `Se de åtgärder som man svarar för | ${officials}`,
      `Se de åtgärder som man svarar för | ${strategist}`,
      `Lägga in en åtgärd som förvaltningen eller dess nämnd leder | ${officials}`,
      `Lägga in en åtgärd som förvaltningen eller dess nämnd leder | ${planner}`,
      `Ändra en sådan åtgärd och säga hur långt den har kommit | ${officials}`,
      `Ändra en sådan åtgärd och säga hur långt den har kommit | ${strategist}`,
    ]);
    expect(rightsInWords('Actions', 'en').length).toBe(6);
  });
});
