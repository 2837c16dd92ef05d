import { ImportFault } from './import-fault.js';
import { areaOfRow, type AreaKind, type AreaRegister } from './row-area.js';

describe('the area of a row', () => {
  const register: AreaRegister = {
    territories: new Map([
      ['0884', { id: 1, name: 'Vimmerby', kind: 'municipality' }],
      ['0884-vimmerby', { id: 2, name: 'Vimmerby', kind: 'locality' }],
      ['0884-tuna', { id: 3, name: 'Tuna', kind: 'locality' }],
    ]),
    mayCreate: { areas: false },
  };
  const read = (municipality_code: string, municipality: string, areaKind?: AreaKind): string => {
    try {
      return areaOfRow(1, { municipality_code, municipality, municipality_kind: '' }, { ...register, areaKind });
    } catch (error) {
      if (error instanceof ImportFault) return error.faults.map(({ code }) => code).join();
      throw error;
    }
  };
  const cases: [what: string, code: string, name: string, area: string][] = [
    ['its code', '0884', 'Vimmerby', '0884'],
    ['its name alone', '', 'Tuna', '0884-tuna'],
    ['a code in the column of names', '', '0884', '0884'],
    ['a name that two have, which is asked about', '', 'Vimmerby', 'territory.ambiguous'],
    ['a code without its noughts', '', '884', 'territory.without-noughts'],
    ['a code of another name', '0884', 'Tuna', 'territory.other-name'],
  ];
  for (const [what, code, name, area] of cases) it(`is read from ${what}`, () => expect(read(code, name)).toBe(area));

  it('is the one of its name of the kind that is said, and that alone', () =>
    expect([read('', 'Vimmerby', 'municipality'), read('', 'Vimmerby', 'locality'), read('', 'Tuna', 'municipality')]).toEqual([
      '0884',
      '0884-vimmerby',
      '0884-tuna',
    ]));
});
