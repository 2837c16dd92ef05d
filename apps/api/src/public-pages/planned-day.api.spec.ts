import type {
  EntryView,
  GoalPageView,
  IndicatorPageView,
  IndicatorRegister,
  OverviewView,
  ReleaseCalendar,
  RoundView,
} from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import pg from 'pg';
import { recountGoal } from '../integrity/verify/recount.js';
import type { Person } from '../testing/office.js';
import { coded, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const SLUG = 'folkmangd';
/** Due on 19 February 2027 by its own calendar, and late from 22 March. */
const PERIOD = '2026';
const ROUND = { opensOn: '2027-02-01', dueOn: '2027-03-01', graceDays: 3, reviewUntil: '2027-03-10' };
const PUBLIC = { publishAt: '2027-04-12T06:00:00.000Z' };

describe('the day that a figure is expected', () => {
  let whole: WholeApplication;
  const at = (day: string): void => whole.later(Date.parse(`${day}T08:00:00Z`) - Date.now());
  beforeEach(async () => {
    whole = await wholeApplication();
    at('2027-02-10');
  }, 120_000);
  afterEach(() => whole.close());

  const read = async <View>(path: string, person?: Person): Promise<View> =>
    (await (person ? await whole.asAnew(person) : whole.visitor()).get(path)).json<View>();
  const opened = async (): Promise<void> => {
    const answer = await (await whole.asAnew('strategist')).post('/api/rounds', { period: PERIOD, ...ROUND, ...PUBLIC });
    expect(answer.status).withContext(answer.text).toBe(201);
  };
  const changed = async (revision: number, changes: object): Promise<Answer> => {
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() };
    return (await whole.asAnew('strategist')).put(
      `/api/rounds/${PERIOD}`,
      { ...ROUND, ...PUBLIC, isCancelled: false, ...changes },
      headers,
    );
  };

  /** The figure in the calendar that others follow. */
  async function event(): Promise<ICAL.Event | undefined> {
    const file = new ICAL.Component(ICAL.parse((await whole.visitor().get('/kalender.ics')).text) as unknown[]);
    const events = file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return events.find(({ uid }) => uid.startsWith(`${SLUG}.${PERIOD}@`));
  }

  /** What each place says of the figure: the day it is expected, where it names one, and since when it is late. */
  async function told() {
    const page = await read<IndicatorPageView>(`/api/indicators/${SLUG}`);
    const { passed, coming } = await read<ReleaseCalendar>('/api/calendar');
    const goal = await read<GoalPageView>('/api/goals/fler-invanare');
    const overview = await read<OverviewView>('/api/overview', 'politician');
    const register = await read<IndicatorRegister>('/api/admin/indicators', 'strategist');
    const ofSlug = <One extends { readonly slug: string }>(all: readonly One[]): One | undefined => all.find(({ slug }) => slug === SLUG);
    const onPage = [...page.missingValues, ...(page.nextExpected ? [page.nextExpected] : [])].find(({ period }) => period === PERIOD);
    const onCalendar = [...passed, ...coming].find(({ indicator, period }) => indicator.slug === SLUG && period === PERIOD);
    expect(onCalendar?.told).toEqual(onPage?.told);
    const inStrategy = ofSlug(overview.areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators)));
    return {
      days: [onPage?.date, onCalendar?.date, (await event())?.startDate.toString()],
      late: [onPage?.lateSince, onCalendar?.lateSince, ofSlug(goal.indicators)?.assessed.explanation.overdue?.since],
      daysLate: [inStrategy?.late?.values[0]?.days, ofSlug(register.indicators)?.late?.days],
    };
  }
  const expected = (day: string, late?: { readonly since: string; readonly days: number }) => ({
    days: [day, day, day],
    late: [late?.since, late?.since, late?.since],
    daysLate: [late?.days, late?.days],
  });

  it('is that of its calendar everywhere, where no round asks', async () => {
    expect(await told()).toEqual(expected('2027-02-19'));
    at('2027-03-21');
    expect(await told()).toEqual(expected('2027-02-19'));
    at('2027-03-22');
    expect(await told()).toEqual(expected('2027-02-19', { since: '2027-03-22', days: 1 }));
  });

  it('is the day that its round becomes public, on every page and for whoever follows the calendar', async () => {
    await opened();
    for (const day of ['2027-02-10', '2027-03-03', '2027-04-11', '2027-04-12']) {
      at(day);
      expect(await told())
        .withContext(day)
        .toEqual(expected('2027-04-12'));
    }
    at('2027-04-13');
    expect(await told()).toEqual(expected('2027-04-12', { since: '2027-04-13', days: 1 }));
  });

  it('is what `verify` counts with, from the tables alone', async () => {
    await opened();
    const [goal] = await whole.rows<{ id: number }>(`select id from goal where slug = 'fler-invanare'`);
    const client = new pg.Client(whole.database.ownerUrl);
    await client.connect();
    try {
      const since = async (today: string) =>
        (await recountGoal(client, { id: Number(goal?.id), territory: '0884', today })).get(SLUG)?.overdue?.since;
      expect([await since('2027-04-12'), await since('2027-04-13')]).toEqual([undefined, '2027-04-13']);
    } finally {
      await client.end();
    }
  });

  it('moves with the round at once, and back when it is cancelled, as the same event of a calendar, said anew', async () => {
    const said: ICAL.Event[] = [];
    const follow = async (): Promise<void> => void said.push(...[(await event()) ?? []].flat());
    await follow();
    await opened();
    expect(await told()).toEqual(expected('2027-04-12'));
    await follow();
    expect((await changed(1, { publishAt: '2027-04-20T06:00:00.000Z' })).json<RoundView>().revision).toBe(2);
    expect(await told()).toEqual(expected('2027-04-20'));
    await follow();
    expect((await changed(2, { isCancelled: true })).status).toBe(200);
    expect(await told()).toEqual(expected('2027-02-19'));
    await follow();
    expect(new Set(said.map(({ uid }) => uid)).size).toBe(1);
    expect(said.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(said.map(({ startDate }) => startDate.toString())).toEqual(['2027-02-19', '2027-04-12', '2027-04-20', '2027-02-19']);
    const modified = said.map(({ component }) => String(component.getFirstPropertyValue('last-modified')));
    expect(modified).toEqual([...modified].sort());
  });

  it('tells nothing of a figure that is approved and waits', async () => {
    await opened();
    const [reporter, reviewer] = [await whole.asAnew('reporter'), await whole.asAnew('reviewer')];
    const entered = await reporter.post('/api/entries', { indicator: SLUG, period: PERIOD, value: 15300, quality: 'final' });
    const { id, version } = entered.json<EntryView>();
    const before = [await told(), await read('/api/calendar')];
    for (const [who, action, of] of [
      [reporter, 'submit', version],
      [reviewer, 'approve', version + 1],
    ] as const)
      // prettier-ignore
      expect(coded(await who.post(`/api/entries/${id}/steps`, { action }, { 'if-match': `"${of}"` }))).toEqual([200, undefined]);
    expect([await told(), await read('/api/calendar')]).toEqual(before);
  });
});
