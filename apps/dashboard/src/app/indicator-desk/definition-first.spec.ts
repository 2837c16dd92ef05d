import { missingIn, neededFirst } from './definition-first.js';
import type { Field, FieldGroup } from './definition-field.js';
import type { Place } from './definition-text.js';

const line = (place: Place): Field => ({ place, label: place, as: 'line' });
const GROUPS: readonly FieldGroup[] = [
  { heading: 'Namn', rows: [[line('name.sv'), line('name.en')], [line('definition.sv')]] },
  { heading: 'Källa', rows: [[line('source.name'), line('source.url')], [line('owner')]] },
  { heading: 'Ansvar', rows: [[line('unit.sv')], [line('decimals')], [line('cadence'), line('direction')]] },
];

describe('the fields of a new indicator', () => {
  const { needed, more } = neededFirst(GROUPS, 'Det här behövs');
  const placesOf = ({ rows }: FieldGroup) => rows.map((row) => row.map(({ place }) => place));

  it('begin with those that are needed', () => {
    expect(needed.heading).toBe('Det här behövs');
    expect(placesOf(needed)).toEqual([
      ['name.sv'],
      ['definition.sv'],
      ['unit.sv', 'decimals'],
      ['cadence', 'direction'],
      ['source.name'],
      ['owner'],
    ]);
  });

  it('mark those that nothing is put in for', () => {
    const marked = needed.rows.flat().filter(({ isNeeded }) => isNeeded);
    expect(marked.map(({ place }) => place)).toEqual(['name.sv', 'definition.sv', 'unit.sv', 'source.name']);
  });

  it('go on with the others under their headings, without what is empty', () => {
    expect(more.map((group) => [group.heading, placesOf(group)])).toEqual([
      ['Namn', [['name.en']]],
      ['Källa', [['source.url']]],
    ]);
  });

  it('are missing while nothing but spaces is there', () =>
    expect(missingIn({ 'name.sv': 'Utlån', 'definition.sv': '  ', 'unit.sv': 'lån' })).toEqual(['definition.sv', 'source.name']));
});
