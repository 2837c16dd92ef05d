import type { OpenAPIObject } from '@nestjs/swagger';
import type { EntryView, MaskFindings, MaskingList, MaskPlace, SeriesView } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { Publications } from '../observations/publications.js';
import { readPdf } from '../testing/read-pdf.js';
import { begin, entryIn, take } from '../testing/entry-desk.js';
import { Seed } from '../testing/seed.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

/** What nobody may find any more: a text, and a figure that no other figure looks like. */
const SECRET = 'Anna Hemlig 19700101-1234';
const VALUE = 31_415_926;
const MAPS = '/api/admin/maskings';
const DECISION = { reason: 'personal-data', decision: 'KS 2026/12 § 4' } as const;
const NOTE = /\[dolt \d{4}-\d\d-\d\d: personuppgift, KS 2026\/12 § 4, sha256 [0-9a-f]{16}\]/;

describe('what was published by mistake and hidden', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let entry: EntryView;
  let [before, after]: ReadonlyMap<string, string>[] = [];
  let places: MaskPlace[];
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
    await plant();
    entry = await approvedEntry();
    whole.app.get(Publications).announce('everything');
    before = await everyAnswer();
    places = await everySecret();
    const { status, text } = await hide(places);
    if (status !== 201) throw new Error(text);
    after = await everyAnswer();
  }, 120_000);
  afterAll(() => whole.close());

  /** The secret in every kind of text there is. */
  async function plant(): Promise<void> {
    const seed = new Seed(whole.app.get(DataSource).manager);
    const [{ id: indicator }] = (await whole.rows<{ id: number }>(`select id from indicator where slug = 'folkmangd'`)) as [{ id: number }];
    await seed.figures({ indicator }, { 2025: VALUE }, { revision: 2, source: SECRET, reason: SECRET, provenanceNote: SECRET });
    for (const table of await revisionTables()) await whole.rows(await rewritten(table));
  }

  /** Tables of what was decided. */
  const revisionTables = async (): Promise<string[]> =>
    (
      await whole.rows<{ name: string }>(`
        select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'change_reason' order by 1`)
    ).map(({ name }) => name);

  /** The same rows with the secret in every text that can hold one; in the database itself, as nobody else can. */
  async function rewritten(table: string): Promise<string> {
    const columns = await whole.rows<{ name: string }>(`
      select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = '${table}' and data_type = 'text'
         and column_name not in ('direction', 'cadence', 'reporting', 'aggregation', 'kind', 'measure', 'path', 'role', 'first_period',
                                 'baseline_period', 'final_period', 'influence', 'replaced_by')`);
    const planted: Readonly<Record<string, string>> = {
      source_url: `https://exempel.se/?q=${encodeURIComponent(SECRET)}`,
      // Why something ends is said of what does.
      ends_after: '2099',
    };
    const set = columns.map(({ name }) => `"${name}" = '${planted[name] ?? SECRET}'`);
    // Why a goal is not measured is said of goals that are not.
    const kept = set.map((one) =>
      one.startsWith('"unmeasured') ? one.replace(/= (.*)/, `= case when unmeasured_reason_sv is null then null else $1 end`) : one,
    );
    const where = table === 'territory_revision' ? 'false' : 'true';
    return `alter table ${table} disable trigger user; update ${table} set ${kept.join(', ')} where ${where}; alter table ${table} enable trigger user`;
  }

  /** A figure that came by hand, with the secret in all that was written beside it. */
  async function approvedEntry(): Promise<EntryView> {
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const answers = [{ kind: 'unusual-change', comment: SECRET }];
    const figure = {
      value: 77,
      provenance: 'rounded',
      provenanceNote: SECRET,
      comment: SECRET,
      sourceNote: SECRET,
      link: `https://exempel.se/?q=${encodeURIComponent(SECRET)}`,
      answers,
    };
    const waiting = entryIn(await take(reporter, entryIn(await begin(reporter, '2024-Q3', figure)), { action: 'submit' }));
    return entryIn(await take(reviewer, waiting, { action: 'approve' }));
  }

  const find = async (search: object): Promise<MaskFindings> => (await administrator.post(`${MAPS}/search`, search)).json<MaskFindings>();
  const placesOf = ({ findings }: MaskFindings): MaskPlace[] => findings.map(({ place }) => place);
  const hide = (places: MaskPlace[], who = administrator): Promise<Answer> => who.post(MAPS, { places, ...DECISION });
  const everySecret = async (): Promise<MaskPlace[]> => [
    ...placesOf(await find({ text: 'Hemlig' })),
    ...placesOf(await find({ indicator: 'folkmangd', period: '2025' })),
  ];

  const NAMES: Readonly<Record<string, readonly string[]>> = {
    '/api/areas/{slug}': ['/api/areas/leva', '/api/areas/verka'],
    '/api/goals/{slug}': ['/api/goals/fler-invanare', '/api/goals/gemenskap'],
    '/api/actions/{slug}': ['/api/actions/besok-hos-foretag'],
    '/api/actors/{slug}': ['/api/actors/kultur', '/api/actors/utvecklingsavdelningen'],
    '/diagram/{file}': ['/diagram/folkmangd.svg', '/diagram/folkmangd.svg?lang=en&theme=dark', '/diagram/foretagsbesok.svg'],
    '/api/indicators': ['/api/indicators', '/api/indicators?q=Hemlig'],
    '/api/strategy/versions/{number}': ['/api/strategy/versions/1', '/api/strategy/versions/2'],
    '/strategi.pdf': ['/strategi.pdf', '/strategi.pdf?lang=en', '/strategi.pdf?version=1'],
  };
  /** No text to look in: it is set from the answer of `/api/strategy`, which is here. */
  const PICTURES: readonly string[] = ['/strategi.pdf'];
  /** Every public answer there is, now and as it was known, and what is shown of the figure to those who are signed in. */
  async function everyAnswer(): Promise<ReadonlyMap<string, string>> {
    const { paths } = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
    const open = Object.entries(paths).flatMap(([path, { get }]) =>
      get?.security?.length === 0 && !PICTURES.includes(path) ? [{ path, known: takesKnown(get) }] : [],
    );
    const known = encodeURIComponent(new Date().toISOString());
    const asked = open.flatMap(({ path, known: takes }) => {
      const all = NAMES[path] ?? ['folkmangd', 'foretagsbesok'].map((slug) => path.replace('{slug}', slug));
      return takes ? [...all, ...all.map((one) => `${one}${one.includes('?') ? '&' : '?'}known=${known}`)] : all;
    });
    const answers = new Map<string, string>();
    for (const path of new Set(asked)) answers.set(path, await textOf(whole.visitor(), path));
    for (const path of [
      '/api/tasks',
      `/api/entries/${entry.id}`,
      '/api/entry-form?indicator=foretagsbesok&period=2024-Q4',
      '/api/entry-form?indicator=foretagsbesok&period=2024-Q3',
    ])
      answers.set(path, await textOf(await whole.as('reporter'), path));
    answers.set('/api/review-queue', await textOf(await whole.as('reviewer'), '/api/review-queue'));
    answers.set('/api/overview', await textOf(await whole.as('politician'), '/api/overview'));
    answers.set('/api/session', await textOf(await whole.as('reporter'), '/api/session'));
    return answers;
  }
  async function textOf(visitor: Visitor, path: string): Promise<string> {
    const { status, text } = await visitor.get(path);
    expect(status)
      .withContext(`${path}: ${text.slice(0, 300)}`)
      .toBe(200);
    return path.startsWith('/strategi.pdf') ? (await readPdf((await whole.app.inject({ url: path })).rawPayload)).text : text;
  }
  const showing = (answers: ReadonlyMap<string, string>): string[] =>
    [...answers]
      .filter(([, text]) => /Hemlig|19700101|31.?415.?926/.test(decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))))
      .map(([path]) => path);

  it('stood everywhere before: in every public answer, of every moment, and where officials work', () => {
    const without = [...before!.keys()].filter((path) => !showing(before!).includes(path));
    // The ways to sign in, what tells nothing of the strategy but its place in the chain, and a queue in which nothing waits.
    expect(without.sort()).toEqual(['/api/history', '/api/review-queue', '/api/set-up', '/api/sign-in', '/api/site']);
    expect([before!.size > 45, places.length > 40]).toEqual([true, true]);
  });

  it('stands nowhere once the decision is answered, and the decision stands in its place', async () => {
    expect(showing(after!)).toEqual([]);
    for (const path of [
      '/api/goals/fler-invanare',
      '/api/actors',
      '/api/indicators/folkmangd',
      '/api/indicators/folkmangd/series.csv',
      '/api/start',
    ])
      expect(after!.get(path)).withContext(path).toMatch(NOTE);
    expect(await everySecret()).toEqual([]);
  });

  it('is told as confidential where it was a figure, with the decision in its place, and is not counted with', async () => {
    const { points } = (await whole.visitor().get('/api/indicators/folkmangd/series')).json<SeriesView>();
    const point = points.find(({ period }) => period === '2025')!;
    expect([point.value, point.missing]).toEqual([undefined, 'confidential']);
    expect(point.provenanceNote).toMatch(NOTE);
  });

  it('leaves a trace: why, when, by which decision, and a hash; by whom in the audit trail only', async () => {
    const { hidden } = (await administrator.get(MAPS)).json<MaskingList>();
    expect(hidden.map(({ place }) => place)).toEqual(jasmine.arrayContaining(places));
    for (const one of hidden)
      expect(one).toEqual(jasmine.objectContaining({ ...DECISION, sha256: jasmine.stringMatching(/^[0-9a-f]{64}$/) }));
    const [event] = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%"masking.hide"%' order by record_id limit 1`,
    );
    const { by, facts } = JSON.parse(event!.payload) as { by: string; facts: { decision: string; places: object[] } };
    expect([facts.decision, facts.places.length]).toEqual([DECISION.decision, places.length]);
    expect(await whole.rows(`select username from account where id = '${by}'`)).toEqual([{ username: 'administrator' }]);
    expect(event!.payload).not.toContain('Hemlig');
  });

  it('cannot be hidden twice, and a decision about what is not there hides nothing', async () => {
    const { length } = (await administrator.get(MAPS)).json<MaskingList>().hidden;
    const others: readonly MaskPlace[] = [
      places[0]!,
      { table: 'observation', row: '999999', field: 'source' },
      { table: 'observation', row: '1', field: 'series_id' },
      { table: 'account', row: '1', field: 'username' },
      { table: 'observation', row: '1/2', field: 'source' },
      { table: 'goal_revision', row: '1', field: 'name_sv' },
    ];
    for (const wrong of others) {
      const { status, problem } = await hide([{ table: 'observation', row: '1', field: 'source' }, wrong]);
      expect([status, problem.code]).withContext(JSON.stringify(wrong)).toEqual([409, 'masking.not-shown']);
    }
    expect((await administrator.get(MAPS)).json<MaskingList>().hidden.length).toBe(length);
  });

  it('is shown again by another decision, and can be hidden once more', async () => {
    const lifted = await administrator.post(`${MAPS}/lifted`, { places, decision: 'KS 2026/13 § 5' });
    expect(lifted.status).toBe(201);
    expect(lifted.json<MaskingList>().hidden.map(({ place }) => place)).not.toContain(places[0]!);
    expect((await whole.visitor().get('/api/goals/fler-invanare')).text).toContain(SECRET);
    const again = await administrator.post(`${MAPS}/lifted`, { places, decision: 'KS 2026/13 § 5' });
    expect([again.status, again.problem.code]).toEqual([409, 'masking.not-hidden']);
    expect((await hide(places)).status).toBe(201);
    expect(showing(await everyAnswer())).toEqual([]);
  });

  it('is found with whose it is, as many figures are of one indicator and period', async () => {
    const { findings } = await find({ indicator: 'foretagsbesok', period: '2022-Q3' });
    expect(findings.map(({ page, series, period, text }) => [page, series, period, Number(text) > 0])).toEqual([
      ['/indikator/foretagsbesok', 'Vimmerby', '2022-Q3', true],
    ]);
  });

  it('is hidden once, however often the same request is sent', async () => {
    const [first] = (await find({ indicator: 'foretagsbesok', period: '2022-Q1' })).findings;
    const body = { places: [first!.place], ...DECISION };
    const headers = { 'idempotency-key': 'samma-nyckel-igen' };
    const [one, two] = [await administrator.post(MAPS, body, headers), await administrator.post(MAPS, body, headers)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await whole.rows(`select revision from masking where row_key = '${first!.place.row}' and table_name = 'observation'`)).toEqual([
      { revision: 1 },
    ]);
  });

  it('is hidden by one of two who decide about it at once', async () => {
    const [first] = (await find({ indicator: 'foretagsbesok', period: '2022-Q2' })).findings;
    const answers = await Promise.all([hide([first!.place]), hide([first!.place])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is asked about by as many readers as like, without any waiting for another', async () => {
    const known = new Date().toISOString();
    whole.app.get(Publications).announce('hidden');
    const answers = await Promise.all(Array.from({ length: 60 }, () => whole.visitor().get(`/api/start?known=${known}`)));
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
  });

  it('is looked for and hidden by an administrator only', async () => {
    for (const person of ['reporter', 'reviewer', 'politician', 'strategist'] as const) {
      const who = await whole.as(person);
      const place = { table: 'observation', row: '1', field: 'source' };
      const answers = [
        await who.get(MAPS),
        await who.post(`${MAPS}/search`, { text: 'Hemlig' }),
        await hide([place], who),
        await who.post(`${MAPS}/lifted`, { places: [place], decision: 'x' }),
      ];
      expect(answers.map(({ problem }) => problem.code)).toEqual(Array.from(answers, () => 'permission.forbidden'));
    }
  });
});

const takesKnown = ({ parameters = [] }: NonNullable<OpenAPIObject['paths'][string]['get']>): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.name === 'known');
