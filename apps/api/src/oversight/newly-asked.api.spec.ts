import type {
  DataHealth,
  DefinitionInForce,
  ExpectedFigure,
  IndicatorPageView,
  IndicatorRegister,
  ReleaseCalendar,
  TaskList,
} from '@slusen/contracts';
import { addDays, stockholmDate, USUAL_NOTIFICATIONS, type FigureInMail } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { AccountQuery } from '../identity/account.query.js';
import { DayOfReminders } from '../reminders/day-of-reminders.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const both = (text: string) => ({ sv: text, en: text });

/** Whenever this is run, a month of it has been due for long enough to be late by its calendar. */
const DEFINITION = {
  ...{ name: both('Nytt mått'), definition: both('Antal.'), unit: both('st'), decimals: 0, direction: 'increase' },
  ...{ cadence: 'month', aggregation: 'sum', lagDays: 1, graceDays: 0, source: { name: 'Egen räkning' }, owner: 'utvecklingsavdelningen' },
};

describe('what has just begun to be measured', () => {
  let whole: WholeApplication;
  let recorded: string;
  beforeAll(async () => {
    whole = await wholeApplication();
    const made = await (
      await whole.as('administrator')
    ).post('/api/admin/indicators', { slug: 'nytt-matt', definition: DEFINITION }, { 'idempotency-key': randomUUID() });
    expect(made.json<DefinitionInForce>().revision).withContext(made.text).toBe(1);
    recorded = stockholmDate(new Date().toISOString());
  }, 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  /** The earliest period of it that each place tells of, with how it stands there. */
  const places: Readonly<Record<string, () => Promise<unknown>>> = {
    'the tasks': async () => {
      const { items } = (await (await whole.asAnew('reporter')).get('/api/tasks')).json<TaskList>();
      return items.find(({ indicator }) => indicator.slug === 'nytt-matt')?.state;
    },
    'the register': async () => {
      const { indicators } = (await (await whole.asAnew('administrator')).get('/api/admin/indicators')).json<IndicatorRegister>();
      return indicators.find(({ slug }) => slug === 'nytt-matt')?.late ? 'overdue' : 'due';
    },
    'its page': async () => {
      const { missingValues, nextExpected } = (await whole.visitor().get('/api/indicators/nytt-matt')).json<IndicatorPageView>();
      return (missingValues[0] ?? nextExpected)?.state;
    },
    'its page, as it was known': async () => {
      const { at } = (await whole.rows<{ at: Date }>('select max(at) as at from record'))[0]!;
      const { text, json } = await whole.visitor().get(`/api/indicators/nytt-matt?known=${at.toISOString()}`);
      const { missingValues, nextExpected } = json<IndicatorPageView>();
      return (
        [...missingValues, nextExpected].map((each) => each?.state).find((state) => state !== undefined && state !== 'not-yet-due') ?? text
      );
    },
    'the calendar': async () => {
      const { passed } = (await whole.visitor().get('/api/calendar')).json<ReleaseCalendar>();
      return passed.find(({ indicator }) => indicator.slug === 'nytt-matt')?.state;
    },
    'data health': async () => {
      const { lacking } = (await (await whole.asAnew('administrator')).get('/api/admin/data-health')).json<DataHealth>();
      return lacking.find(({ indicator }) => indicator.slug === 'nytt-matt')?.overdue ? 'overdue' : 'due';
    },
  };
  for (const [place, state] of Object.entries(places)) {
    it(`is not late in ${place} until 30 days after it was recorded`, async () => {
      whole.later(Date.parse(`${addDays(recorded, 29)}T12:00:00Z`) - Date.now());
      const before = await state();
      whole.later(Date.parse(`${addDays(recorded, 30)}T12:00:00Z`) - Date.now());
      // What was known on a day is told as of that day.
      expect([before, await state()]).toEqual(['due', place.includes('known') ? 'due' : 'overdue']);
    });
  }

  it('its reporter is told the day before, in the form and in the mail, and is never told that it is late before', async () => {
    const account = (await whole.app.get(AccountQuery).byUsername('reporter'))!;
    const remindedOn = async (today: string) => {
      const acting = { account, asOf: { today, known: undefined }, at: `${today}T06:00:00.000Z` };
      const due = await whole.app.get(DayOfReminders, { strict: false }).of(acting, USUAL_NOTIFICATIONS);
      const named = Object.entries<readonly FigureInMail[]>({ ...due?.figures }).filter(([, figures]) =>
        figures.some(({ name }) => name.includes('Nytt mått')),
      );
      return named.map(([kind]) => kind);
    };
    expect([await remindedOn(recorded), await remindedOn(addDays(recorded, 29)), await remindedOn(addDays(recorded, 30))]).toEqual([
      [],
      ['today'],
      ['late'],
    ]);
  });

  it('says from when it counts as late', async () => {
    const { nextExpected } = (await whole.visitor().get('/api/indicators/nytt-matt')).json<IndicatorPageView>();
    expect(nextExpected?.told.sv).toContain('räknas som försenat från den');
    const { passed } = (await whole.visitor().get('/api/calendar')).json<ReleaseCalendar>();
    const [own] = passed.filter(({ indicator }: ExpectedFigure) => indicator.slug === 'nytt-matt');
    expect(own?.told.sv).toBe(nextExpected?.told.sv);
  });
});
