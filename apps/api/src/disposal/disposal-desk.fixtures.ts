import type { DisposalCriterion, DisposalPreview, EntryView } from '@slusen/contracts';
import { addDays, stockholmDate } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { historyFaults } from './history-faults.fixtures.js';

export const DISPOSALS = '/api/admin/disposals';
export const MASKINGS = '/api/admin/maskings';
export const DECISION = { body: 'Kommunstyrelsen', decidedOn: '2026-01-13', reference: '§ 12' };
/** What stands in the place of a text that it removed. */
export const NOTE = '[gallrat enligt Kommunstyrelsen 2026-01-13 § 12]';
const DAY = 24 * 60 * 60 * 1000;

/** A request that is sent once. */
export const keyed = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/** Who takes an entry a step further, and what they say to it. */
type Step = readonly [who: 'reporter' | 'reviewer', action: string, reason?: string];

/** Where an administrator removes what a decision says: the whole application, and what is asked of it. */
export class DisposalDesk {
  private year = 2000;

  private constructor(
    readonly whole: WholeApplication,
    /** What `verify` finds fault with before anything is removed. */
    readonly faultsBefore: readonly string[],
  ) {}

  static async open(): Promise<DisposalDesk> {
    const whole = await wholeApplication();
    return new DisposalDesk(whole, await historyFaults(whole.database.ownerUrl));
  }

  close(): Promise<void> {
    return this.whole.close();
  }

  faults(): Promise<readonly string[]> {
    return historyFaults(this.whole.database.ownerUrl);
  }

  /** Everything that was done until now is older than a year. */
  async nextYear(): Promise<{ administrator: Visitor; day: string }> {
    this.whole.later(400 * DAY);
    const day = addDays(stockholmDate(new Date().toISOString()), 1);
    return { administrator: await this.whole.asAnew('administrator'), day };
  }

  dispose(by: Visitor, criterion: DisposalCriterion): Promise<Answer> {
    return by.post(DISPOSALS, { ...criterion, decision: DECISION }, keyed());
  }

  async preview(by: Visitor, criterion: DisposalCriterion): Promise<DisposalPreview> {
    return (await by.post(`${DISPOSALS}/preview`, criterion)).json<DisposalPreview>();
  }

  hide(by: Visitor, places: readonly object[]): Promise<Answer> {
    return by.post(MASKINGS, { places, reason: 'personal-data', decision: 'KS § 4' }, keyed());
  }

  /** An entry for a quarter that nothing was entered for, taken through these steps. */
  entered(steps: readonly Step[], said: object = {}): Promise<EntryView> {
    this.year++;
    return this.corrected(steps, said);
  }

  /** Another entry for the quarter of the one before. */
  async corrected(steps: readonly Step[], said: object = {}): Promise<EntryView> {
    const period = `${this.year}-Q1`;
    const figure = { indicator: 'foretagsbesok', period, value: 40, quality: 'final', answers: [], comment: 'En kommentar', ...said };
    let entry = (await (await this.whole.as('reporter')).post('/api/entries', figure, keyed())).json<EntryView>();
    for (const [who, action, reason] of steps) {
      const by = await this.whole.as(who);
      const headers = { ...keyed(), 'if-match': `"${entry.version}"` };
      const answer = await by.post(`/api/entries/${entry.id}/steps`, { action, ...(reason ? { reason } : {}) }, headers);
      if (answer.status >= 300) throw new Error(answer.text);
      entry = answer.json<EntryView>();
    }
    return entry;
  }
}
