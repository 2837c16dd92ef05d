import type { TerritoryContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { DecidedWorld, TODAY, type Why } from '../testing/decided-world.js';
import { AddTerritory } from './add-territory.js';
import { OrganisationRepository } from './organisation.repository.js';
import { ReviseTerritory } from './revise-territory.js';
import { TerritoryQuery } from './territory.query.js';

const WHY: Why = { reason: 'Ny gräns' };
const now: AsOf = { today: TODAY, known: undefined };
const aPlace = (code: string, different: Partial<TerritoryContent> = {}): TerritoryContent => ({
  code,
  kind: 'locality',
  name: { sv: code },
  parent: '0884',
  ...different,
});

describe('places', () => {
  let world: DecidedWorld;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  const add = (content: TerritoryContent) => world.amend({}, (a) => world.app.get(AddTerritory).add(a, content));
  const revise = (content: TerritoryContent, expected?: number) => (a: Amendment) =>
    world.app.get(ReviseTerritory).revise(a, content, expected);
  const stored = async (code: string) => (await world.amend({}, () => world.app.get(OrganisationRepository).territory(code)))!;
  const names = async (codes: readonly string[], asOf = now) =>
    (await world.app.get(TerritoryQuery).byCodes(codes, asOf)).map(({ name }) => name.sv);

  const contents: readonly [what: string, content: TerritoryContent][] = [
    ['a locality in the municipality', aPlace('0884-a')],
    ['another municipality', aPlace('0883', { kind: 'comparison', name: { sv: 'Västervik' }, parent: undefined })],
    ['the country, in both languages', aPlace('00', { kind: 'country', name: { sv: 'Riket', en: 'Sweden' }, parent: undefined })],
    ['a part of a locality', aPlace('0884-tuna-1', { parent: '0884-tuna' })],
  ];
  for (const [what, content] of contents) {
    it(`say what was written: ${what}`, async () => {
      await add(content);
      const { code, kind, name } = content;
      expect((await stored(code)).content).toEqual(jasmine.objectContaining({ ...content }));
      expect(await world.app.get(TerritoryQuery).byCode(code, now)).toEqual({ code, kind, name });
    });
  }

  it('are given in the order of the Swedish alphabet, those that are there', async () => {
    for (const name of ['Örsåsa', 'Åby', 'Ängen', 'Zinkgruvan']) await add(aPlace(`0884-o-${name.length}`, { name: { sv: name } }));
    expect(await names(['0884-o-6', 'ingenstans', '0884-o-3', '0884-o-5', '0884-o-10'])).toEqual(['Zinkgruvan', 'Åby', 'Ängen', 'Örsåsa']);
    expect(await names([])).toEqual([]);
  });

  const unknown = ['ingenstans', '', '0884-tuna ', "0884'; drop table territory; --", '٠٨٨٤'];
  for (const code of unknown) {
    it(`are not found by a code that no place has: "${code}"`, async () => {
      await expectAsync(world.app.get(TerritoryQuery).byCode(code, now)).toBeRejectedWith(
        jasmine.objectContaining({ code: 'territory.not-found', facts: { territory: code } }),
      );
    });
  }

  const fields: readonly [field: string, change: Partial<TerritoryContent>, line: string][] = [
    ['name', { name: { sv: 'Nya byn' } }, 'namn Byn → Nya byn'],
    ['name in English', { name: { sv: 'Byn', en: 'The village' } }, 'namn på engelska – → The village'],
    ['kind', { kind: 'comparison' }, 'slag ort → annan kommun'],
    ['whereabouts', { parent: '0884-tuna' }, 'ligger i Vimmerby → Tuna'],
    ['whereabouts, which are gone', { parent: undefined }, 'ligger i Vimmerby → –'],
  ];
  for (const [at, [field, change, line]] of fields.entries()) {
    it(`whose ${field} change get a second revision for a reason, and none without`, async () => {
      const content = aPlace(`0884-f-${at}`, { name: { sv: 'Byn' } });
      await add(content);
      const next = { ...content, ...change };
      expect((await world.refusalOf({}, revise(next))).code).toBe('change.reason-required');
      expect(await world.linesOf(WHY, revise(next))).toEqual([`Byn: ${line}`]);
      const { id, revision } = await stored(content.code);
      expect(revision).toBe(2);
      expect(await world.revisionsOf('territory_revision', 'territory_id', id)).toEqual([
        { revision: 1, reason: null, decision: null },
        { revision: 2, reason: 'Ny gräns', decision: null },
      ]);
      const counts = await world.recorded();
      expect(await world.linesOf(WHY, revise(next))).toEqual([]);
      expect(await world.recorded()).toEqual(counts);
    });
  }

  it('have the name that they had at the moment that is asked for, and are not there before they were added', async () => {
    const before = await world.moment();
    await add(aPlace('0884-namn', { name: { sv: 'Byn' } }));
    const added = await world.moment();
    await world.amend(WHY, revise(aPlace('0884-namn', { name: { sv: 'Staden' } })));
    expect(await names(['0884-namn'], before)).toEqual([]);
    expect(await names(['0884-namn'], added)).toEqual(['Byn']);
    expect(await names(['0884-namn'], await world.moment())).toEqual(['Staden']);
    await expectAsync(world.app.get(TerritoryQuery).byCode('0884-namn', before)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'territory.not-found' }),
    );
  });

  it('are changed by one of two who read the same revision, and the other is told which one is there', async () => {
    await add(aPlace('0884-tva'));
    const tries = ['Norra', 'Södra'].map((name) =>
      world.amend(WHY, revise(aPlace('0884-tva', { name: { sv: name } }), 1)).then(
        () => 'changed',
        ({ facts }: { facts: object }) => facts,
      ),
    );
    expect(await Promise.all(tries)).toEqual(jasmine.arrayWithExactContents(['changed', { revision: 2 }]));
    expect((await stored('0884-tva')).revision).toBe(2);
  });

  it('of one code are added once, however many add them at the same moment', async () => {
    const tries = Array.from({ length: 3 }, () =>
      add(aPlace('0884-en')).then(
        () => 'added',
        ({ code }: { code: string }) => code,
      ),
    );
    expect((await Promise.all(tries)).sort()).toEqual(['added', 'territory.exists', 'territory.exists']);
  });

  it('never lie in themselves, however long the way', async () => {
    const line = ['0884-r-0', '0884-r-1', '0884-r-2'];
    for (const [at, code] of line.entries()) await add(aPlace(code, { parent: at === 0 ? '0884' : line[at - 1] }));
    for (const parent of line) {
      expect((await world.refusalOf(WHY, revise(aPlace('0884-r-0', { parent })))).code)
        .withContext(parent)
        .toBe('territory.circle');
    }
    expect((await world.refusalOf(WHY, revise({ ...world.file.territories[0]!, parent: '0884-r-2' }))).code).toBe('territory.circle');
  });

  // A file of figures may bring places, so whoever answers for one may add them; what they say is changed by others.
  it('are added by a reviewer, a strategist or an administrator, and changed by one of the last two', async () => {
    const adding = (role: string) => (a: Amendment) => world.app.get(AddTerritory).add(a, aPlace(`0884-av-${role}`));
    expect(await world.rolesAllowed({}, adding)).toEqual(['reviewer', 'strategist', 'administrator']);
    await add(aPlace('0884-for'));
    const changers = await world.rolesAllowed(WHY, (role) => revise(aPlace('0884-for', { name: { sv: role } })));
    expect(changers).toEqual(['strategist', 'administrator']);
  });

  it('and actors are named as people name them, and by their code where nobody gave a name', async () => {
    const nameOf = await world.amend({}, () => world.app.get(OrganisationRepository).names());
    expect(['0884-tuna', 'gatukontoret', 'okand'].map(nameOf)).toEqual(['Tuna', 'Gatukontoret', 'okand']);
  });

  it('that are localities may have figures of their own, and no others', async () => {
    await add(aPlace('0880', { kind: 'comparison', parent: undefined }));
    const { localities, actors } = await world.amend({}, () => world.app.get(OrganisationRepository).references());
    expect(['0884-tuna', '0880', '0884'].map((code) => localities.has(code))).toEqual([true, false, false]);
    expect(['gatukontoret', '0884-tuna'].map((slug) => actors.has(slug))).toEqual([true, false]);
  });
});
