import fc from 'fast-check';
import { type AccountFacts } from '../permission/permission.js';
import { entryActionsFor, stepInPlaceOf } from './entry-actions.js';

const reporter: AccountFacts = { id: 'rut', roles: [{ role: 'reporter', department: 'kultur' }] };
const reviewer: AccountFacts = { id: 'gert', roles: [{ role: 'reviewer', department: 'kultur' }] };

describe('entryActionsFor', () => {
  const both: AccountFacts = { id: 'anna', roles: [...reporter.roles, ...reviewer.roles] };
  const entry = { department: 'kultur', state: 'submitted', authors: ['anna'], writtenFor: [] } as const;

  it('shows someone who is both reporter and reviewer no button to approve an own entry', () => {
    expect(entryActionsFor(both, entry)).toEqual(['withdraw']);
    expect(entryActionsFor(both, { ...entry, authors: ['bo'] })).toEqual(['return', 'approve']);
  });
  it('shows nothing in other departments', () => expect(entryActionsFor(both, { ...entry, department: 'teknik' })).toEqual([]));
  it('shows a reporter what is returned as something to save and submit', () => {
    expect(entryActionsFor(reporter, { ...entry, state: 'returned', authors: [] })).toEqual(['save', 'submit']);
  });
});

describe('who may act when somebody is away', () => {
  const role = (name: 'reporter' | 'reviewer', lentBy?: string) => ({ role: name, department: 'kultur', lentBy });
  const entry = { department: 'kultur', state: 'submitted', authors: ['rut'], writtenFor: [] } as const;
  const draft = { ...entry, state: 'draft' } as const;
  const forRut = { ...entry, authors: ['dan'], writtenFor: ['rut'] } as const;

  const cases: readonly (readonly [
    who: string,
    id: string,
    roles: AccountFacts['roles'],
    of: Parameters<typeof entryActionsFor>[1],
    may: string,
  ])[] = [
    ['the deputy of the author, by the lent role', 'dan', [role('reporter', 'rut')], draft, 'save submit discard'],
    [
      'the deputy of the author, with a role of their own',
      'dan',
      [role('reporter'), role('reporter', 'rut')],
      draft,
      'save submit discard',
    ],
    ['a colleague who stands in for somebody else', 'dan', [role('reporter'), role('reporter', 'siv')], draft, 'save submit'],
    ['the author who is back, of what the deputy wrote', 'rut', [role('reporter')], { ...forRut, state: 'draft' }, 'save submit discard'],
    ['the deputy of a reviewer', 'dan', [role('reviewer', 'rolf')], entry, 'return approve'],
    ['the deputy of a reviewer, of what they wrote', 'dan', [role('reviewer', 'rolf')], forRut, ''],
    ['the deputy of the author who reviews too', 'dan', [role('reviewer', 'rut')], entry, ''],
    ['that deputy, who reviews anyway', 'dan', [role('reviewer'), role('reviewer', 'rut')], entry, 'return approve'],
    [
      'that deputy, who stands in for another reviewer too',
      'dan',
      [role('reviewer', 'rut'), role('reviewer', 'rolf')],
      entry,
      'return approve',
    ],
    ['the one who is back and reviews too, of what the deputy wrote', 'rut', [role('reviewer')], forRut, ''],
    ['a deputy of the deputy, who was lent nothing', 'siv', [], entry, ''],
  ];
  for (const [who, id, roles, of, may] of cases) {
    it(`lets ${who} do ${may || 'nothing'}`, () => expect(entryActionsFor({ id, roles }, of).join(' ')).toBe(may));
  }

  it('says in whose place: of whom the right is lent, or whose entry it is', () => {
    expect(stepInPlaceOf({ id: 'dan', roles: [role('reporter', 'rut')] }, 'submit', draft)).toEqual(['rut']);
    expect(stepInPlaceOf({ id: 'dan', roles: [role('reporter'), role('reporter', 'rut')] }, 'submit', draft)).toEqual([]);
    expect(stepInPlaceOf({ id: 'dan', roles: [role('reporter'), role('reporter', 'rut')] }, 'discard', draft)).toEqual(['rut']);
  });

  it('never lets anybody decide on what is their own, in whosever place', () => {
    const people = fc.constantFrom<string[]>('rut', 'dan', 'rolf');
    const roles = fc.array(
      fc.record({
        role: fc.constantFrom('reporter' as const, 'reviewer' as const),
        department: fc.constant('kultur'),
        lentBy: fc.option(people, { nil: undefined }),
      }),
    );
    const written = fc.record({ authors: fc.uniqueArray(people, { minLength: 1 }), writtenFor: fc.uniqueArray(people) });
    fc.assert(
      fc.property(people, roles, written, (id, held, whose) => {
        const of = { department: 'kultur', state: 'submitted', ...whose } as const;
        const account = { id, roles: held.filter(({ lentBy }) => lentBy !== id) };
        if (!entryActionsFor(account, of).includes('approve')) return;
        const isTheirs = (one: string) => whose.authors.includes(one) || whose.writtenFor.includes(one);
        const inPlace = stepInPlaceOf(account, 'approve', of);
        expect(isTheirs(id)).toBeFalse();
        expect(inPlace.length > 0 && inPlace.every(isTheirs)).toBeFalse();
      }),
    );
  });
});
