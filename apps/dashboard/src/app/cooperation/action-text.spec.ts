import { anAction } from '../../testing/actions.js';
import { differingFields, EMPTY_ACTION, faultsIn, fieldAt, saidIn, textOf, type ActionFaults, type ActionText } from './action-text.js';

const whole: ActionText = {
  ...{ goal: 'fler-bor-har', titleSv: ' Möten ', titleEn: 'Meetings', descriptionSv: 'Tre.', descriptionEn: 'Three.', lead: 'ks' },
  ...{
    partners: ['by'],
    startsOn: '2026-02-01',
    endsOn: '2026-06-30',
    status: 'ongoing',
    note: ' Nu ',
    territory: '0884-tuna',
    indicator: 'folkmangd',
  },
};

describe('an action in the form', () => {
  it('is sent as it was written, without what was left empty', () => {
    expect(saidIn(whole)).toEqual({
      ...{
        goal: 'fler-bor-har',
        title: { sv: 'Möten', en: 'Meetings' },
        description: { sv: 'Tre.', en: 'Three.' },
        lead: 'ks',
        partners: ['by'],
      },
      ...{ startsOn: '2026-02-01', endsOn: '2026-06-30', status: 'ongoing', note: 'Nu', territory: '0884-tuna', indicator: 'folkmangd' },
    });
    const bare = saidIn({ ...whole, titleEn: ' ', descriptionSv: '', descriptionEn: '', note: ' ', territory: '', indicator: '' });
    expect(bare).toEqual({ goal: 'fler-bor-har', title: { sv: 'Möten' }, lead: 'ks', partners: ['by'], startsOn: '2026-02-01', endsOn: '2026-06-30', status: 'ongoing' }); // prettier-ignore
  });

  it('comes back as it was sent', () => {
    const text = textOf(anAction());
    expect(textOf(anAction({ note: 'Nu', territory: { code: '0884-tuna', name: { sv: 'Tuna' } } }))).toEqual({
      ...text,
      note: 'Nu',
      territory: '0884-tuna',
    });
    expect([text.goal, text.lead, text.partners, text.titleEn]).toEqual(['fler-bor-har', 'kommunstyrelsen', ['byalaget'], '']);
  });

  const faults: [what: string, changes: Partial<ActionText>, faults: ActionFaults][] = [
    ['nothing', {}, {}],
    ['a goal, a title, who leads and when', { goal: '', titleSv: '  ', lead: '', startsOn: '', endsOn: '' }, { goal: 'field.missing', titleSv: 'field.missing', lead: 'field.missing', startsOn: 'field.missing', endsOn: 'field.missing' }],
    ['an end after the beginning', { endsOn: '2026-01-31' }, { endsOn: 'action.ends-before-it-begins' }],
    ['why it is delayed', { status: 'delayed', note: ' ' }, { note: 'action.note-missing' }],
    ['the Swedish words of a description in English', { descriptionSv: '' }, { descriptionSv: 'field.missing' }],
  ]; // prettier-ignore
  for (const [what, changes, found] of faults) it(`lacks ${what}`, () => expect(faultsIn({ ...whole, ...changes })).toEqual(found));

  it('lacks why it is taken up again', () => {
    expect([faultsIn({ ...whole, note: '' }, 'done'), faultsIn({ ...whole, note: '' }, 'delayed')]).toEqual([
      { note: 'action.note-missing' },
      {},
    ]);
  });

  const places: [path: string, field: ReturnType<typeof fieldAt>][] = [
    ['title.sv', 'titleSv'],
    ['description.en', 'descriptionEn'],
    ['partners.1', 'partners'],
    ['endsOn', 'endsOn'],
    ['isExample', undefined],
    ['', undefined],
  ];
  for (const [path, field] of places)
    it(`is told of ${path || 'nowhere'} at ${field ?? 'no field'}`, () => expect(fieldAt(path)).toBe(field));

  it('differs from another in the fields that say otherwise', () => {
    expect(differingFields(whole, { ...whole, titleSv: 'Möten', note: 'Sedan', partners: [] })).toEqual(['partners', 'note']);
    expect(differingFields({ ...whole, partners: ['a', 'b'] }, { ...whole, partners: ['b', 'a'] })).toEqual([]);
    expect(differingFields(EMPTY_ACTION, EMPTY_ACTION)).toEqual([]);
  });
});
