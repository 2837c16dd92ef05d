import { rightsInWords } from '../permission/rights.fixtures.js';

const EVERYWHERE = 'i hela kommunen';
const [STRATEGIST, BOTH, WITH_FILES] = [
  'strateg och den som driver servern',
  'strateg, administratör och den som driver servern',
  'granskare, strateg, administratör och den som driver servern',
];

describe('the rights about what was decided', () => {
  it('are the strategist’s alone for the strategy itself, and the administrator’s too for what hangs on it', () => {
    expect(rightsInWords('Strategin', 'sv')).toEqual([
      `Föra in en beslutad strategi och ändra dess ord | ${STRATEGIST} | ${EVERYWHERE}`,
      `Skriva på ett utkast till strategi och föra det framåt | strateg och administratör | ${EVERYWHERE}`,
      `Ge aktörer roller i mål | ${BOTH} | ${EVERYWHERE}`,
      `Föra in beslutade målvärden | ${BOTH} | ${EVERYWHERE}`,
      `Ändra hur en indikator definieras | ${BOTH} | ${EVERYWHERE}`,
      `Märka ut brott i serier | ${BOTH} | ${EVERYWHERE}`,
      `Skriva anmärkningar till värden | ${BOTH} | ${EVERYWHERE}`,
      `Lägga till och ändra aktörer | ${BOTH} | ${EVERYWHERE}`,
      `Byta namn på, slå ihop, dela och avveckla aktörer; åtaganden och behörigheter följer med | strateg och administratör | ${EVERYWHERE}`,
      `Lägga till indikatorer | ${WITH_FILES} | ${EVERYWHERE}`,
      `Lägga till områden | ${WITH_FILES} | ${EVERYWHERE}`,
    ]);
  });

  it('are told in English too', () => {
    expect(rightsInWords('The strategy', 'en').map((row) => row.split(' | ')[0])).toEqual([
      'Enter a strategy that was decided, and change its words',
      'Write a draft of a strategy and move it on',
      'Give actors roles in goals',
      'Enter targets that were decided',
      'Change how an indicator is defined',
      'Mark breaks in series',
      'Write notes on values',
      'Add and change actors',
      'Rename, merge, split and close actors; duties and rights follow',
      'Add indicators',
      'Add territories',
    ]);
  });
});
