import { fromTemplate } from './template.js';

describe('the template', () => {
  const file = fromTemplate(
    { code: '0860', name: 'Hultsfreds kommun' },
    { body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01' },
  );

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
    expect(file.territories[0]).toEqual({ code: '0860', kind: 'municipality', name: { sv: 'Hultsfreds kommun' } });
  });
});
