import { type ActionContent, actionFaults, type ActionStatus, ACTION_STATUSES, isEnded, needsNote } from './action.js';
import { anAction } from './action.fixtures.js';

const AROUND = {
  goals: new Set(['fler-bor-har']),
  actors: new Set(['kommunstyrelsen', 'byalaget', 'region-kalmar-lan']),
  territories: new Set(['0884', '0884-tuna']),
  indicators: new Set(['folkmangd']),
};
const faultsOf = (changes: Partial<ActionContent>, before?: ActionContent): string[] =>
  [...actionFaults(anAction(changes), AROUND, before)].map(({ path, code, text }) => `${path.join('.')}: ${code} "${text}"`);

describe('an action', () => {
  const cases: [what: string, changes: Partial<ActionContent>, faults: string[]][] = [
    ['that hangs together', {}, []],
    ['of one day', { startsOn: '2026-02-01', endsOn: '2026-02-01' }, []],
    ['that ends before it begins', { endsOn: '2026-01-31' }, ['endsOn: action.ends-before-it-begins "2026-01-31"']],
    ['for an unknown goal', { goal: 'inget' }, ['goal: reference.unknown "inget"']],
    ['led by nobody known', { lead: 'ingen' }, ['lead: reference.unknown "ingen"']],
    ['with an unknown partner', { partners: ['byalaget', 'ingen'] }, ['partners.1: reference.unknown "ingen"']],
    ['with a partner twice', { partners: ['byalaget', 'byalaget'] }, ['partners.1: name.repeated "byalaget"']],
    ['that its leader takes part in', { partners: ['byalaget', 'kommunstyrelsen'] }, ['partners.1: action.lead-takes-part "kommunstyrelsen"']],
    ['in a place of the municipality', { territory: '0884-tuna' }, []],
    ['in another municipality', { territory: '0883' }, ['territory: reference.unknown "0883"']],
    ['followed by an indicator', { indicator: 'folkmangd' }, []],
    ['followed by an unknown indicator', { indicator: 'inget' }, ['indicator: reference.unknown "inget"']],
    ['that is delayed without a word', { status: 'delayed' }, ['note: action.note-missing ""']],
    ['that is dropped without a word', { status: 'dropped', note: '' }, ['note: action.note-missing ""']],
    ['that is delayed for a reason', { status: 'delayed', note: 'Upphandlingen överklagades.' }, []],
    ['with several faults', { lead: 'ingen', endsOn: '2025-01-01' }, ['lead: reference.unknown "ingen"', 'endsOn: action.ends-before-it-begins "2025-01-01"']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of cases) {
    it(`${what} is ${faults.length ? 'refused' : 'taken'}`, () => expect(faultsOf(changes)).toEqual(faults));
  }

  it('that had ended is taken up again for a reason only', () => {
    const done = anAction({ status: 'done' });
    expect(faultsOf({ status: 'ongoing' }, done)).toEqual(['note: action.note-missing ""']);
    expect(faultsOf({ status: 'ongoing', note: 'Fler byar vill vara med.' }, done)).toEqual([]);
  });

  it('must explain what is against the plan, and what is taken up again', () => {
    const steps = ACTION_STATUSES.flatMap((before) => ACTION_STATUSES.map((after) => [before, after] as const));
    const explained = steps.filter(([before, after]) => needsNote(after, before)).map(([before, after]) => `${before} → ${after}`);
    const toTrouble = ACTION_STATUSES.flatMap((before) => [`${before} → delayed`, `${before} → dropped`]);
    const again = (before: ActionStatus) => [`${before} → not-started`, `${before} → ongoing`];
    expect(explained).toEqual(jasmine.arrayWithExactContents([...toTrouble, ...again('done'), ...again('dropped')]));
    expect(ACTION_STATUSES.filter((status) => needsNote(status))).toEqual(['delayed', 'dropped']);
  });

  it('has ended when it is done or dropped', () => expect(ACTION_STATUSES.filter(isEnded)).toEqual(['done', 'dropped']));
});
