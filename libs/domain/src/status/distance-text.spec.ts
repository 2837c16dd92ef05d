import { distanceText } from './distance-text.js';

const unit = { sv: 'besök', en: 'visits' };
const point = { kind: 'point', path: 'linear', decision: '', isExample: false } as never;
const band = { kind: 'band', decision: '', isExample: false } as never;

describe('how far an outcome is from its target', () => {
  it('is said as better or worse, whichever way the indicator is to go', () => {
    const said = (shortfall: number) => distanceText({ target: point, shortfall, unit, decimals: 0 }, 'sv');
    expect([5, 0, -1200].map(said)).toEqual(['5 besök sämre än målbanan', 'på målbanan', '1\u00a0200 besök bättre än målbanan']);
    expect(distanceText({ target: point, shortfall: 1.5, unit: { sv: 'procent', en: 'per cent' }, decimals: 1 }, 'en')).toMatch(
      /^1\.5.percentage points worse than the target path$/,
    );
  });

  it('is inside or outside of a range', () => {
    expect(distanceText({ target: band, shortfall: 0, unit, decimals: 0 }, 'sv')).toBe('inom målintervallet');
    expect(distanceText({ target: band, shortfall: 2, unit, decimals: 0 }, 'en')).toMatch(/^2.visits outside the target interval$/);
  });

  it('is nothing where nothing was compared', () => {
    expect(distanceText({ target: undefined, shortfall: 1, unit, decimals: 0 }, 'sv')).toBeUndefined();
    expect(distanceText({ target: point, shortfall: undefined, unit, decimals: 0 }, 'sv')).toBeUndefined();
  });
});
