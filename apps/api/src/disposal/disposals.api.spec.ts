import type { DisposalCriterion, DisposalList, DisposalPreview, EntryView, MaskingList } from '@slusen/contracts';
import { addDays, stockholmDate, type ErrorCode } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportStrategy } from '../connectors/strategy-file/export-strategy.js';
import { ImportStrategy } from '../connectors/strategy-file/import-strategy.js';
import { OPERATOR } from '../identity/account.js';
import { actingNow } from '../identity/acting.js';
import { ImportFigures } from '../imports/import-figures.js';
import { STRICTLY } from '../imports/import-order.js';
import { disposalsIn, undone } from '../integrity/backup/undone-disposals.js';
import { accountOf } from '../integrity/kept-people.fixtures.js';
import { Moments } from '../platform/moments.js';
import { Settings } from '../platform/settings.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { disposalsFile, notedDisposals } from './disposal-log.js';
import { historyFaults } from './history-faults.fixtures.js';

const DISPOSALS = '/api/admin/disposals';
const MASKINGS = '/api/admin/maskings';
const DECISION = { body: 'Kommunstyrelsen', decidedOn: '2026-01-13', reference: '§ 12' };
const DAY = 24 * 60 * 60 * 1000;
const NOTE = '[gallrat enligt Kommunstyrelsen 2026-01-13 § 12]';

describe('a disposal', () => {
  let whole: WholeApplication;
  let before: readonly string[];
  let year = 2000;
  beforeEach(async () => {
    whole = await wholeApplication();
    before = await faults();
  }, 120_000);
  afterEach(() => whole.close());

  const keyed = () => ({ 'idempotency-key': randomUUID() });
  /** Everything that was done until now is older than a year. */
  const nextYear = async (): Promise<{ administrator: Visitor; day: string }> => {
    whole.later(400 * DAY);
    const day = addDays(stockholmDate(new Date().toISOString()), 1);
    return { administrator: await whole.asAnew('administrator'), day };
  };
  const dispose = (by: Visitor, criterion: DisposalCriterion) => by.post(DISPOSALS, { ...criterion, decision: DECISION }, keyed());
  const preview = async (by: Visitor, criterion: DisposalCriterion) =>
    (await by.post(`${DISPOSALS}/preview`, criterion)).json<DisposalPreview>();

  const faults = () => historyFaults(whole.database.ownerUrl);

  /** An entry of a reporter, taken through these steps; those of a reviewer are the second kind. */
  async function entered(
    steps: readonly (readonly [who: 'reporter' | 'reviewer', action: string, reason?: string])[],
    said: object = {},
  ): Promise<EntryView> {
    const figure = {
      indicator: 'foretagsbesok',
      period: `${++year}-Q1`,
      value: 40,
      quality: 'final',
      answers: [],
      comment: 'En kommentar',
      ...said,
    };
    const made = await (await whole.as('reporter')).post('/api/entries', figure, keyed());
    let entry = made.json<EntryView>();
    for (const [who, action, reason] of steps) {
      const answer = await (
        await whole.as(who)
      ).post(`/api/entries/${entry.id}/steps`, { action, ...(reason ? { reason } : {}) }, { ...keyed(), 'if-match': `"${entry.version}"` });
      if (answer.status >= 300) throw new Error(answer.text);
      entry = answer.json<EntryView>();
    }
    return entry;
  }

  it('of events removes who signed in and when, and leaves rights, figures and the chain', async () => {
    await whole.as('reporter');
    await whole.visitor().signIn('reporter', 'fel lösenord här');
    const { administrator, day } = await nextYear();
    const told = await preview(administrator, { kind: 'events', before: day });
    expect(told.counts[0]!.rows).toBeGreaterThan(1);
    expect(told.examples.map(({ what }) => what)).toContain('session.open');

    const answer = await dispose(administrator, { kind: 'events', before: day });
    expect(answer.status).withContext(answer.text).toBe(201);
    expect(answer.json<DisposalList>().items[0]).toEqual(
      jasmine.objectContaining({
        kind: 'events',
        before: day,
        decision: DECISION,
        by: 'administrator',
        removed: [{ table: 'audit_event', rows: told.counts[0]!.rows }],
      }),
    );
    const left = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '{"action":"session.%' order by record_id`,
    );
    for (const { payload } of left)
      expect(payload).toMatch(/^\{"action":"session\.[a-z]+","by":null,"facts":\{\},"subject":"disposal:1"\}$/);
    expect(await faults()).toEqual(before);
    expect((await dispose(administrator, { kind: 'events', before: day })).problem.code).toBe('disposal.nothing');
  }, 60_000);

  it('of working material removes discarded drafts and why something came back, and leaves what was approved', async () => {
    const discarded = await entered([['reporter', 'discard']]);
    const approved = await entered([
      ['reporter', 'submit'],
      ['reviewer', 'return', 'Anna räknade fel'],
      ['reporter', 'submit'],
      ['reviewer', 'approve'],
    ]);
    const open = await entered([
      ['reporter', 'submit'],
      ['reviewer', 'return', 'Vänta på Bo'],
    ]);
    const { administrator, day } = await nextYear();
    await whole.rows(`update entry set updated_at = updated_at - interval '1 day' where id = $1`, [discarded.id]);
    const answer = await dispose(administrator, { kind: 'working-material', before: day });
    expect(answer.json<DisposalList>().items[0]!.removed).toEqual([
      { table: 'entry', rows: 1 },
      { table: 'returned_reason', rows: 1 },
    ]);

    expect(await whole.rows('select 1 from entry where id = $1', [discarded.id])).toEqual([]);
    expect(await whole.rows(`select 1 from audit_event where position($1 in payload) > 0`, [discarded.id])).toEqual([]);
    const reasons = await whole.rows<{ entry: string; reason: string }>(
      `select entry_id as entry, reason from entry_event where action = 'return' order by id`,
    );
    expect(reasons).toEqual([
      { entry: approved.id, reason: NOTE },
      { entry: open.id, reason: 'Vänta på Bo' },
    ]);
    expect(await whole.rows(`select 1 from audit_event where payload like '%Anna räknade fel%'`)).toEqual([]);
    const [figure] = await whole.rows<{ value: string }>('select value::text from observation where entry_id = $1', [approved.id]);
    expect(Number(figure!.value)).toBe(40);
    expect(await faults()).toEqual(before);
  }, 60_000);

  it('of mails removes those that are over, with whom they were to', async () => {
    const by = await whole.as('administrator');
    await by.post('/api/admin/people', { name: 'Åsa Ek', email: 'asa@exempel.se', roles: [] }, keyed());
    await by.post('/api/admin/people', { name: 'Bo Ek', email: 'bo@exempel.se', roles: [] }, keyed());
    await whole.rows(`update mail set sent_at = now(), text = null where address = 'asa@exempel.se'`);
    const { administrator, day } = await nextYear();
    await dispose(administrator, { kind: 'mails', before: day });
    // What waits still lets somebody in.
    expect(await whole.rows('select address from mail')).toEqual([{ address: 'bo@exempel.se' }]);
    expect(await faults()).toEqual(before);
  }, 60_000);

  describe('of what is hidden', () => {
    const hide = (by: Visitor, places: readonly object[]) =>
      by.post(MASKINGS, { places, reason: 'personal-data', decision: 'KS § 4' }, keyed());

    it('removes what stands under it for ever, in every row and event that held it', async () => {
      await entered([
        ['reporter', 'submit'],
        ['reviewer', 'approve'],
      ]);
      year--;
      const reason = 'Greta Garbo ringde och rättade';
      const correction = await entered(
        [
          ['reporter', 'submit', reason],
          ['reviewer', 'approve'],
        ],
        { value: 41, comment: 'Greta Garbo, 0492-12345' },
      );
      const [figure] = await whole.rows<{ id: number }>('select id from observation where entry_id = $1', [correction.id]);
      const administrator = await whole.as('administrator');
      const places = [
        { table: 'observation', row: String(figure!.id), field: 'reason' },
        { table: 'entry', row: correction.id, field: 'comment' },
      ];
      const shown = await hide(administrator, places);
      expect(shown.status).withContext(shown.text).toBe(201);
      const list = (await administrator.get(DISPOSALS)).json<DisposalList>();
      expect(list.hidden.map(({ isKept }) => isKept)).toEqual([false, false]);
      const answer = await dispose(administrator, { kind: 'masked', places });
      expect(answer.status).withContext(answer.text).toBe(201);

      for (const place of [
        `observation t where t::text like '%Greta%'`,
        `entry t where t::text like '%Greta%'`,
        `entry_event t where t::text like '%Greta%'`,
        `audit_event t where payload like '%Greta%'`,
      ])
        expect(await whole.rows(`select 1 from ${place}`))
          .withContext(place)
          .toEqual([]);
      expect(await faults()).toEqual(before);
      expect((await administrator.get(MASKINGS)).json<MaskingList>().hidden.length).toBe(2);
      expect((await administrator.get(DISPOSALS)).json<DisposalList>().hidden).toEqual([]);
      const again = await administrator.post(DISPOSALS, { kind: 'masked', places, decision: { ...DECISION, reference: '§ 99' } }, keyed());
      expect(again.problem.code).toBe('disposal.nothing');
      const noted = await notedDisposals(disposalsFile(whole.app.get(Settings).config.dataDir));
      const told = await disposalsIn(whole.database.ownerUrl);
      expect([noted.length, undone(noted, told), undone(told, noted)]).toEqual([1, [], []]);
      expect(await whole.rows('select reason from observation where id = $1', [figure!.id])).toEqual([{ reason: NOTE }]);
      await whole.rows(`alter table observation disable trigger user`);
      await whole.rows(`update observation set reason = 'annat' where id = $1`, [figure!.id]);
      expect((await faults()).join('\n')).toMatch(/observation: one or more of its \d+ rows are not what was sealed/);
    }, 60_000);

    it('removes an entry’s source and how its figure came about in both, and in the answers that are kept', async () => {
      const said = { sourceNote: 'Greta Garbos pärm', provenance: 'rounded', provenanceNote: 'Greta Garbo gissade' };
      const { id } = await entered(
        [
          ['reporter', 'submit'],
          ['reviewer', 'approve'],
        ],
        said,
      );
      const [figure] = await whole.rows<{ id: number }>('select id from observation where entry_id = $1', [id]);
      const administrator = await whole.as('administrator');
      const places = [
        { table: 'observation', row: String(figure!.id), field: 'source' },
        { table: 'entry', row: id, field: 'provenance_note' },
      ];
      await hide(administrator, places);
      const answer = await dispose(administrator, { kind: 'masked', places });
      expect(answer.status).withContext(answer.text).toBe(201);
      for (const table of ['observation', 'entry', 'audit_event', 'idempotency_key'])
        expect(await whole.rows(`select 1 from ${table} t where t::text like '%Greta%'`))
          .withContext(table)
          .toEqual([]);
      expect(await whole.rows('select 1 from idempotency_key')).not.toEqual([]);
      expect(await faults()).toEqual(before);
    }, 60_000);

    it('removes the source and the reason of a file that was read in, and leaves its other figures theirs', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'slusen-disposal-'));
      const approver = actingNow(await accountOf(whole.app, 'reviewer'), whole.app.get(Moments));
      const read = async (file: string, values: readonly number[], reason?: string): Promise<void> => {
        const lines = values.map((value, at) => `0884,Vimmerby,foretagsbesok,${1990 + at}-Q1,${value},besök,Greta Garbos pärm`);
        await writeFile(join(folder, file), ['municipality_code,municipality,indicator,period,value,unit,source', ...lines, ''].join('\n'));
        const order = { ...STRICTLY, path: join(folder, file), source: 'Greta Garbos pärm', ...(reason === undefined ? {} : { reason }) };
        await whole.app.get(ImportFigures, { strict: false }).import(approver, order);
      };
      await read('a.csv', [40, 41]);
      await read('b.csv', [42, 43], 'Greta Garbo ringde');
      await rm(folder, { recursive: true });
      const [figure] = await whole.rows<{ row: string }>(
        'select id::text as row from observation where import_run_id is not null order by id desc limit 1',
      );
      const administrator = await whole.as('administrator');
      const places = ['source', 'reason'].map((field) => ({ table: 'observation', row: figure!.row, field }));
      await hide(administrator, places);
      const answer = await dispose(administrator, { kind: 'masked', places });
      expect(answer.status).withContext(answer.text).toBe(201);
      const runs = await whole.rows(`select source, reason from import_run where source ~ 'Greta|gallrat' order by id`);
      expect(runs).toEqual([
        { source: 'Greta Garbos pärm', reason: null },
        { source: NOTE, reason: NOTE },
      ]);
      const figures = await whole.rows(
        `select source, reason from observation where revision = 2 and reason ~ 'Greta|gallrat' order by id`,
      );
      expect(figures).toEqual([
        { source: 'Greta Garbos pärm', reason: 'Greta Garbo ringde' },
        { source: NOTE, reason: NOTE },
      ]);
      expect(await whole.rows(`select 1 from audit_event where payload like '%ringde%'`)).toEqual([]);
      expect(await faults()).toEqual(before);
    }, 60_000);

    it('removes why something was decided in all that was decided with it, and nowhere else', async () => {
      const [imports, exports] = [whole.app.get(ImportStrategy, { strict: false }), whole.app.get(ExportStrategy, { strict: false })];
      const rename = async (word: string): Promise<void> => {
        const file = await exports.file({ number: undefined, today: stockholmDate(new Date().toISOString()) });
        const actors = file!.actors.map((actor) => ({ ...actor, name: { ...actor.name, sv: `${actor.name.sv} ${word}` } }));
        const goals = file!.areas.map((area) => ({
          ...area,
          goals: area.goals.map((goal) => ({ ...goal, name: { ...goal.name, sv: `${goal.name.sv} ${word}` } })),
        }));
        const said = { reason: 'Greta Garbo ville', decision: 'KF § 1' };
        await imports.import({ file: { ...file!, actors, areas: goals }, ...said }, OPERATOR);
      };
      await rename('ett');
      await rename('två');
      const administrator = await whole.as('administrator');
      const [first] = await whole.rows<{ key: string }>(
        `select actor_id || '/' || revision as key from actor_revision where change_reason is not null order by record_id, actor_id limit 1`,
      );
      const places = [{ table: 'actor_revision', row: first!.key, field: 'change_reason' }];
      await hide(administrator, places);
      const answer = await dispose(administrator, { kind: 'masked', places });
      expect(answer.status).withContext(answer.text).toBe(201);
      for (const table of ['actor_revision', 'goal_revision']) {
        const reasons = await whole.rows<{ reasons: string[] }>(
          `select array_agg(distinct change_reason) as reasons from ${table} where change_reason is not null group by record_id order by record_id`,
        );
        expect(reasons.map((one) => one.reasons))
          .withContext(table)
          .toEqual([[NOTE], ['Greta Garbo ville']]);
      }
      expect(await faults()).toEqual(before);
    }, 60_000);

    it('refuses a published figure, a decision, what was adopted, and what is not hidden', async () => {
      const administrator = await whole.as('administrator');
      const [{ id }] = (await whole.rows<{ id: number }>('select id from observation where value is not null order by id limit 1')) as [
        { id: number },
      ];
      const figure = { table: 'observation', row: String(id), field: 'value' };
      const goal = { table: 'goal_revision', row: '1/1', field: 'description_sv' };
      await hide(administrator, [figure, goal]);
      for (const [place, code] of [
        [figure, 'disposal.kept'],
        [goal, 'disposal.kept'],
        [{ ...figure, field: 'source' }, 'masking.not-hidden'],
      ] as const)
        expect((await dispose(administrator, { kind: 'masked', places: [place] })).problem.code).toBe(code);
      const list = (await administrator.get(DISPOSALS)).json<DisposalList>();
      expect(list.hidden.map(({ isKept }) => isKept)).toEqual([true, true]);
    });
  });

  const refused: [what: string, body: object, code: ErrorCode][] = [
    ['without a decision', { kind: 'mails', before: '2020-01-01' }, 'input.invalid'],
    ['of a kind that is never removed', { kind: 'observations', before: '2020-01-01', decision: DECISION }, 'input.invalid'],
    ['of the leaver, who is asked for on their page', { kind: 'leaver', before: '2020-01-01', decision: DECISION }, 'input.invalid'],
    [
      'of what is still needed',
      { kind: 'events', before: stockholmDate(new Date().toISOString()), decision: DECISION },
      'disposal.too-late',
    ],
    [
      'by a decision that is to come',
      { kind: 'events', before: '2020-01-01', decision: { ...DECISION, decidedOn: '2199-01-01' } },
      'disposal.not-decided',
    ],
    ['where there is nothing', { kind: 'events', before: '2020-01-01', decision: DECISION }, 'disposal.nothing'],
  ];
  for (const [what, body, code] of refused) {
    it(`is refused ${what}, and leaves no trace`, async () => {
      const administrator = await whole.as('administrator');
      expect((await administrator.post(DISPOSALS, body, keyed())).problem.code).toBe(code);
      expect(await whole.rows('select 1 from disposal')).toEqual([]);
    });
  }

  it('is done once, however often it is sent', async () => {
    await whole.as('reporter');
    const { administrator, day } = await nextYear();
    const key = keyed();
    const body = { kind: 'events', before: day, decision: DECISION };
    const [one, again] = [await administrator.post(DISPOSALS, body, key), await administrator.post(DISPOSALS, body, key)];
    expect([one.status, again.status]).toEqual([201, 201]);
    expect((await whole.rows('select 1 from disposal')).length).toBe(1);
  }, 60_000);

  it('does not make legal what somebody changed by hand before', async () => {
    await whole.as('reporter');
    const { administrator, day } = await nextYear();
    await whole.rows('alter table audit_event disable trigger user');
    await whole.rows(
      `update audit_event set payload = replace(payload, '"facts":{}', '"facts":{"x":1}') where payload like '{"action":"session.open"%'`,
    );
    expect((await dispose(administrator, { kind: 'events', before: day })).status).toBe(500);
    expect(await whole.rows('select 1 from disposal')).toEqual([]);
  }, 60_000);
});
