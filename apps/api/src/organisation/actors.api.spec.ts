import type { ActorContent } from '@slusen/domain';
import fc from 'fast-check';
import type { Account } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { DecidedWorld, holding, TODAY, type Why } from '../testing/decided-world.js';
import { ActorQuery, type Actor } from './actor.query.js';
import { AddActor } from './add-actor.js';
import { OrganisationRepository } from './organisation.repository.js';
import { ReviseActor } from './revise-actor.js';

const WHY: Why = { reason: 'Omorganisation' };
const now: AsOf = { today: TODAY, known: undefined };
const anActor = (slug: string, different: Partial<ActorContent> = {}): ActorContent => ({
  slug,
  kind: 'association',
  name: { sv: slug },
  isExample: false,
  ...different,
});

describe('actors', () => {
  let world: DecidedWorld;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  const add = (content: ActorContent, why: Why = {}) => world.amend(why, (a) => world.app.get(AddActor).add(a, content));
  const revise = (content: ActorContent, expected?: number) => (a: Amendment) => world.app.get(ReviseActor).revise(a, content, expected);
  const read = (slug: string, asOf = now) => world.app.get(ActorQuery).bySlug(slug, asOf);
  /** An actor as somebody would write it. */
  const said = ({ slug, kind, name, parent, contact, isExample }: Actor): ActorContent => ({
    ...{ slug, kind, name, parent: parent?.slug, contact, isExample },
  });
  const stored = async (slug: string) => (await world.amend({}, () => world.app.get(OrganisationRepository).actor(slug)))!;

  const contents: readonly [what: string, content: Partial<ActorContent>][] = [
    ['a name only', {}],
    ['a name in both languages', { name: { sv: 'Byalaget', en: 'The village group' } }],
    ['who it belongs to', { kind: 'department', parent: 'kommunstyrelsen' }],
    ['how it is reached', { contact: 'kontoret@example.se' }],
    ['that it is made up', { isExample: true, kind: 'local-development-group' }],
  ];
  for (const [at, [what, different]] of contents.entries()) {
    it(`say what was written: ${what}`, async () => {
      const content = anActor(`skriven-${at}`, different);
      await add(content);
      expect(said(await read(content.slug))).toEqual(jasmine.objectContaining(content));
      expect((await stored(content.slug)).content).toEqual(jasmine.objectContaining(content));
    });
  }

  it('are told to the audit trail in one event, with who added them', async () => {
    await add(anActor('foreningen', { name: { sv: 'Föreningen' } }));
    const { by, facts } = await world.lastEvent();
    expect([by, facts['changes']]).toEqual([null, [{ kind: 'actor', subject: 'Föreningen', isNew: true, differences: [] }]]);
  });

  it('stand in the order of the Swedish alphabet', async () => {
    for (const name of ['Östra byn', 'Åbylaget', 'Ängens vänner', 'Zonen'])
      await add(anActor(`ordnad-${name.codePointAt(0)}`, { name: { sv: `Ordnad ${name}` } }));
    const names = (await world.app.get(ActorQuery).all(now)).map(({ name }) => name.sv).filter((name) => name.startsWith('Ordnad'));
    expect(names).toEqual(['Ordnad Zonen', 'Ordnad Åbylaget', 'Ordnad Ängens vänner', 'Ordnad Östra byn']);
  });

  describe('that change', () => {
    const fields: readonly [field: string, change: Partial<ActorContent>, line: string][] = [
      ['name', { name: { sv: 'Nya laget', en: 'Team' } }, 'namn Laget → Nya laget'],
      ['name in English', { name: { sv: 'Laget', en: 'New team' } }, 'namn på engelska Team → New team'],
      ['kind', { kind: 'business' }, 'slag Förening → Företag'],
      ['who it belongs to', { parent: 'kommunstyrelsen' }, 'hör till – → Kommunstyrelsen'],
      ['contact', { contact: 'b@example.se' }, 'kontakt a@example.se → b@example.se'],
      ['contact, which is gone', { contact: undefined }, 'kontakt a@example.se → –'],
      ['being made up', { isExample: true }, 'påhittad nej → ja'],
    ];
    const before = (slug: string) => anActor(slug, { name: { sv: 'Laget', en: 'Team' }, contact: 'a@example.se' });
    for (const [at, [field, change, line]] of fields.entries()) {
      it(`their ${field} get a second revision for a reason, and none without`, async () => {
        const content = before(`andrad-${at}`);
        await add(content);
        const next = { ...content, ...change };
        expect((await world.refusalOf({}, revise(next))).code).toBe('change.reason-required');
        expect((await world.refusalOf({ decision: 'KF § 1' }, revise(next))).code).toBe('change.reason-required');
        expect(await world.linesOf(WHY, revise(next))).toEqual([`Laget: ${line}`]);
        expect((await stored(content.slug)).content).toEqual(jasmine.objectContaining(next));
        expect(await world.revisionsOf('actor_revision', 'actor_id', (await stored(content.slug)).id)).toEqual([
          { revision: 1, reason: null, decision: null },
          { revision: 2, reason: 'Omorganisation', decision: null },
        ]);
      });
    }

    it('nothing stay the same revision, and nobody is told', async () => {
      await add(before('likadan'));
      const counts = await world.recorded();
      expect(await world.linesOf(WHY, revise(before('likadan')))).toEqual([]);
      expect(await world.recorded()).toEqual(counts);
    });

    it('there and back have three revisions, each with its own reason', async () => {
      await add(before('fram-och-ater'));
      for (const reason of ['Dit', 'Tillbaka'])
        await world.amend({ reason }, revise({ ...before('fram-och-ater'), isExample: reason === 'Dit' }));
      const { id, content } = await stored('fram-och-ater');
      expect(content.isExample).toBeFalse();
      expect((await world.revisionsOf('actor_revision', 'actor_id', id)).map(({ reason }) => reason)).toEqual([null, 'Dit', 'Tillbaka']);
    });

    it('from a revision that somebody else changed meanwhile are refused, and told which one is there', async () => {
      await add(before('gammal-flik'));
      await world.amend(WHY, revise({ ...before('gammal-flik'), contact: 'b@example.se' }, 1));
      const refusal = await world.refusalOf(WHY, revise({ ...before('gammal-flik'), contact: 'c@example.se' }, 1));
      expect([refusal.code, refusal.facts]).toEqual(['revision.stale', { revision: 2 }]);
    });

    it('by two at once from one revision are changed by one of them', async () => {
      await add(before('tva-hander'));
      const tries = ['b', 'c', 'd'].map((letter) =>
        world.amend(WHY, revise({ ...before('tva-hander'), contact: `${letter}@example.se` }, 1)).then(
          () => 'changed',
          ({ code }: { code: string }) => code,
        ),
      );
      expect((await Promise.all(tries)).sort()).toEqual(['changed', 'revision.stale', 'revision.stale']);
      expect((await stored('tva-hander')).revision).toBe(2);
    });
  });

  it('of one name are added once, however many add them at the same moment', async () => {
    const tries = Array.from({ length: 4 }, () =>
      add(anActor('samtidig')).then(
        () => 'added',
        ({ code }: { code: string }) => code,
      ),
    );
    expect((await Promise.all(tries)).sort()).toEqual(['actor.exists', 'actor.exists', 'actor.exists', 'added']);
  });

  it('can belong to each other in a long line, but never in a circle of any length', async () => {
    const line = ['ring-0', 'ring-1', 'ring-2', 'ring-3'];
    for (const [at, slug] of line.entries()) await add(anActor(slug, at === 0 ? {} : { parent: line[at - 1] }));
    for (const parent of line) {
      const refusal = await world.refusalOf(WHY, revise(anActor('ring-0', { parent })));
      expect([refusal.code, refusal.facts?.['parent']]).withContext(parent).toEqual(['actor.circle', parent]);
    }
    await world.amend(WHY, revise(anActor('ring-3', { parent: 'ring-0' })));
    expect((await read('ring-3')).parent?.slug).toBe('ring-0');
  });

  it('are added and changed by a strategist or an administrator', async () => {
    const adding = (role: string) => (a: Amendment) => world.app.get(AddActor).add(a, anActor(`av-${role}`));
    expect(await world.rolesAllowed({}, adding)).toEqual(['strategist', 'administrator']);
    await add(anActor('for-alla'));
    const changers = await world.rolesAllowed(WHY, (role) => revise(anActor('for-alla', { contact: `${role}@example.se` })));
    expect(changers).toEqual(['strategist', 'administrator']);
  });

  it('are neither added nor changed by someone without a role', async () => {
    const by: Account = { ...holding('partner'), roles: [] };
    for (const work of [(a: Amendment) => world.app.get(AddActor).add(a, anActor('av-ingen')), revise(anActor('for-alla'))])
      expect((await world.refusalOf({ ...WHY, by }, work)).code).toBe('permission.forbidden');
  });

  it('are at every moment what was said of them by then, whatever was said since', async () => {
    const slugs = ['minne-a', 'minne-b', 'minne-c'];
    const step = fc.record({
      slug: fc.constantFrom(...slugs),
      name: fc.constantFrom('Ett', 'Två', 'Tre'),
      parent: fc.option(fc.constantFrom('kommunstyrelsen', 'gatukontoret'), { nil: undefined }),
      contact: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        run++;
        const history: { asOf: AsOf; model: Map<string, ActorContent> }[] = [{ asOf: await world.moment(), model: new Map() }];
        for (const { slug, name, ...rest } of steps) {
          const model = new Map(history.at(-1)!.model);
          const content = anActor(`${slug}-${run}`, { name: { sv: name }, ...rest });
          await (model.has(content.slug) ? world.amend(WHY, revise(content)) : add(content));
          history.push({ asOf: await world.moment(), model: model.set(content.slug, content) });
        }
        for (const { asOf, model } of history) {
          const known = (await world.app.get(ActorQuery).all(asOf)).filter(
            ({ slug }) => slug.startsWith('minne-') && slug.endsWith(`-${run}`),
          );
          expect(new Map(known.map((actor) => [actor.slug, said(actor)]))).toEqual(
            new Map([...model].map(([slug, content]) => [slug, { parent: undefined, contact: undefined, ...content }])),
          );
          for (const slug of slugs.filter((name) => !model.has(`${name}-${run}`)))
            await expectAsync(read(`${slug}-${run}`, asOf)).toBeRejectedWith(jasmine.objectContaining({ code: 'actor.not-found' }));
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('show the name that who they belong to had at that moment', async () => {
    await add(anActor('foralder', { name: { sv: 'Gamla nämnden' } }));
    await add(anActor('barn', { parent: 'foralder' }));
    const before = await world.moment();
    await world.amend(WHY, revise(anActor('foralder', { name: { sv: 'Nya nämnden' } })));
    const names = await Promise.all([before, await world.moment(), now].map(async (asOf) => (await read('barn', asOf)).parent?.name.sv));
    expect(names).toEqual(['Gamla nämnden', 'Nya nämnden', 'Nya nämnden']);
  });
});
