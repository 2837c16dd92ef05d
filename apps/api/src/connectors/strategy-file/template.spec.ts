import { fromTemplate, templateView } from './template.js';

const HULTSFRED = { code: '0860', name: 'Hultsfreds kommun' };
const DECISION = { body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01' } as const;

describe('the template', () => {
  const file = fromTemplate(HULTSFRED, DECISION);

  it('is a strategy of six areas, with nothing of the municipality that it was made in', () => {
    expect(file.areas.map(({ shortName }) => shortName.sv)).toEqual(['Leva', 'Arbeta', 'Verka', 'Trivas', 'Kontakt', 'Mötas']);
    expect(JSON.stringify(file)).not.toMatch(/Vimmerby|0884/);
    expect([file.indicators, file.areas.flatMap(({ goals }) => goals)]).toEqual([[], []]);
  });

  it('rests on the decision of the municipality that begins with it', () => {
    expect(file.version).toEqual(
      jasmine.objectContaining({
        number: 1,
        body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
        decidedOn: '2026-11-23',
        validFrom: '2027-01-01',
      }),
    );
    expect(file.strategy.name.sv).toBe('Social lokal utvecklingsstrategi (SLUS)');
    expect(file.territories[0]).toEqual({ code: '0860', kind: 'municipality', name: { sv: 'Hultsfreds kommun' } });
  });

  it('is called what the municipality calls it', () => {
    const { strategy, version, areas } = fromTemplate(HULTSFRED, { ...DECISION, name: 'Hultsfred växer' });
    expect(strategy).toEqual({ ...file.strategy, name: { sv: 'Hultsfred växer' } });
    expect([version, areas]).toEqual([file.version, file.areas]);
  });

  it('is shown as it will be taken', () => {
    const { name, purpose, areas } = templateView();
    expect([name, purpose]).toEqual([file.strategy.name, file.strategy.purpose]);
    expect(areas.map(({ slug }) => slug)).toEqual(file.areas.map(({ slug }) => slug));
  });
});
