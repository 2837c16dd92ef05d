import type { DisposalList, MaskingList } from '@slusen/contracts';
import { stockholmDate } from '@slusen/domain';
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
import type { WholeApplication } from '../testing/whole-application.js';
import { DECISION, DisposalDesk, DISPOSALS, keyed, MASKINGS, NOTE } from './disposal-desk.fixtures.js';
import { disposalsFile, notedDisposals } from './disposal-log.js';

describe('a disposal of what is hidden', () => {
  let desk: DisposalDesk;
  let whole: WholeApplication;
  beforeEach(async () => {
    desk = await DisposalDesk.open();
    whole = desk.whole;
  }, 120_000);
  afterEach(() => desk.close());

  it('removes what stands under it for ever, in every row and event that held it', async () => {
    await desk.entered([
      ['reporter', 'submit'],
      ['reviewer', 'approve'],
    ]);
    const reason = 'Greta Garbo ringde och rättade';
    const correction = await desk.corrected(
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
    const shown = await desk.hide(administrator, places);
    expect(shown.status).withContext(shown.text).toBe(201);
    const list = (await administrator.get(DISPOSALS)).json<DisposalList>();
    expect(list.hidden.map(({ isKept }) => isKept)).toEqual([false, false]);
    const answer = await desk.dispose(administrator, { kind: 'masked', places });
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
    expect(await desk.faults()).toEqual(desk.faultsBefore);
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
    expect((await desk.faults()).join('\n')).toMatch(/observation: one or more of its \d+ rows are not what was sealed/);
  }, 60_000);

  it('removes an entry’s source and how its figure came about in both, and in the answers that are kept', async () => {
    const said = { sourceNote: 'Greta Garbos pärm', provenance: 'rounded', provenanceNote: 'Greta Garbo gissade' };
    const { id } = await desk.entered(
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
    await desk.hide(administrator, places);
    const answer = await desk.dispose(administrator, { kind: 'masked', places });
    expect(answer.status).withContext(answer.text).toBe(201);
    for (const table of ['observation', 'entry', 'audit_event', 'idempotency_key'])
      expect(await whole.rows(`select 1 from ${table} t where t::text like '%Greta%'`))
        .withContext(table)
        .toEqual([]);
    expect(await whole.rows('select 1 from idempotency_key')).not.toEqual([]);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
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
    await desk.hide(administrator, places);
    const answer = await desk.dispose(administrator, { kind: 'masked', places });
    expect(answer.status).withContext(answer.text).toBe(201);
    const runs = await whole.rows(`select source, reason from import_run where source ~ 'Greta|gallrat' order by id`);
    expect(runs).toEqual([
      { source: 'Greta Garbos pärm', reason: null },
      { source: NOTE, reason: NOTE },
    ]);
    const figures = await whole.rows(`select source, reason from observation where revision = 2 and reason ~ 'Greta|gallrat' order by id`);
    expect(figures).toEqual([
      { source: 'Greta Garbos pärm', reason: 'Greta Garbo ringde' },
      { source: NOTE, reason: NOTE },
    ]);
    expect(await whole.rows(`select 1 from audit_event where payload like '%ringde%'`)).toEqual([]);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
  }, 60_000);

  /** Everybody and every goal called otherwise, for a reason and by a decision. */
  async function renamed(word: string, said: { reason: string; decision: string }): Promise<void> {
    const [imports, exports] = [whole.app.get(ImportStrategy, { strict: false }), whole.app.get(ExportStrategy, { strict: false })];
    const file = await exports.file({ number: undefined, today: stockholmDate(new Date().toISOString()) });
    const actors = file!.actors.map((actor) => ({ ...actor, name: { ...actor.name, sv: `${actor.name.sv} ${word}` } }));
    const areas = file!.areas.map((area) => ({
      ...area,
      goals: area.goals.map((goal) => ({ ...goal, name: { ...goal.name, sv: `${goal.name.sv} ${word}` } })),
    }));
    await imports.import({ file: { ...file!, actors, areas }, ...said }, OPERATOR);
  }

  /** Where the first of them says why. */
  async function firstReason() {
    const [first] = await whole.rows<{ key: string }>(
      `select actor_id || '/' || revision as key from actor_revision where change_reason is not null order by record_id, actor_id limit 1`,
    );
    return { table: 'actor_revision', row: first!.key, field: 'change_reason' };
  }

  it('removes why something was decided in all that was decided with it, and nowhere else', async () => {
    const said = { reason: 'Greta Garbo ville', decision: 'KF § 1' };
    await renamed('ett', said);
    await renamed('två', said);
    const administrator = await whole.as('administrator');
    const places = [await firstReason()];
    await desk.hide(administrator, places);
    const answer = await desk.dispose(administrator, { kind: 'masked', places });
    expect(answer.status).withContext(answer.text).toBe(201);
    for (const table of ['actor_revision', 'goal_revision']) {
      const reasons = await whole.rows<{ reasons: string[] }>(
        `select array_agg(distinct change_reason) as reasons from ${table} where change_reason is not null group by record_id order by record_id`,
      );
      expect(reasons.map((one) => one.reasons))
        .withContext(table)
        .toEqual([[NOTE], ['Greta Garbo ville']]);
    }
    expect(await desk.faults()).toEqual(desk.faultsBefore);
  }, 60_000);

  it('is stopped by an event that tells the text as its decision, too: it says which one, and removes nothing', async () => {
    await renamed('ett', { reason: 'Greta Garbo ville', decision: 'Greta Garbo ville' });
    const [event] = await whole.rows<{ seq: number; at: Date }>('select seq, at from record order by seq desc limit 1');
    const administrator = await whole.as('administrator');
    const places = [await firstReason()];
    await desk.hide(administrator, places);
    const { status, problem } = await desk.dispose(administrator, { kind: 'masked', places });
    expect([status, problem.code]).toEqual([409, 'disposal.still-told']);
    expect(problem.facts).toEqual({ event: event!.seq, action: 'strategy.import', at: event!.at.toISOString() });
    expect(await whole.rows('select 1 from disposal')).toEqual([]);
    expect(await whole.rows('select distinct change_reason as reason from actor_revision where change_reason is not null')).toEqual([
      { reason: 'Greta Garbo ville' },
    ]);
    expect(await desk.faults()).toEqual(desk.faultsBefore);
  }, 60_000);

  it('refuses a published figure, a decision, what was adopted, and what is not hidden', async () => {
    const administrator = await whole.as('administrator');
    const [{ id }] = (await whole.rows<{ id: number }>('select id from observation where value is not null order by id limit 1')) as [
      { id: number },
    ];
    const figure = { table: 'observation', row: String(id), field: 'value' };
    const goal = { table: 'goal_revision', row: '1/1', field: 'description_sv' };
    await desk.hide(administrator, [figure, goal]);
    for (const [place, code] of [
      [figure, 'disposal.kept'],
      [goal, 'disposal.kept'],
      [{ ...figure, field: 'source' }, 'masking.not-hidden'],
    ] as const)
      expect((await desk.dispose(administrator, { kind: 'masked', places: [place] })).problem.code).toBe(code);
    const list = (await administrator.get(DISPOSALS)).json<DisposalList>();
    expect(list.hidden.map(({ isKept }) => isKept)).toEqual([true, true]);
  });
});
