import { computed, inject, Injectable, signal } from '@angular/core';
import type { EntryFigure, EntryView } from '@slusen/contracts';
import { haveSameParts } from '@slusen/domain';
import { problemOf, statusOf } from '../data/api-problem.js';
import { EntriesApi, type FigureAddress } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';

/** Where the words of the form stand between the person and the server. */
export type SaveState = 'clean' | 'changed' | 'saving' | 'saved' | 'failed' | 'conflict' | 'discarded';

/** What a refusal says where somebody else was faster. */
const OVERTAKEN: ReadonlySet<string> = new Set(['entry.stale', 'entry.exists', 'entry.action-not-allowed']);

type Step = 'submit' | 'withdraw' | 'discard';

/**
 * Keeps one entry on the server equal to what stands in the form: saves one thing at a time, sends the version it started
 * from, and never lets go of words that the server has not taken.
 */
@Injectable()
export class EntrySaver {
  private readonly api = inject(EntriesApi);
  private address: FigureAddress | undefined;
  /** Made when the form opens, and anew once an answer came and the words change: names one intention, sent once or often. */
  private key = crypto.randomUUID();
  private sent: EntryFigure | undefined;
  /** Words that were saved over the entry and never answered: they may stand there, and then they are no one else's. */
  private unanswered: EntryFigure[] = [];
  private underWay: Promise<boolean> = Promise.resolve(true);
  /** Counts how often the words changed, so that a save knows whether it sent the last of them. */
  private changes = 0;

  readonly entry = signal<EntryView | undefined>(undefined);
  readonly state = signal<SaveState>('clean');
  readonly problem = signal('');
  /** Nothing came back: the network or the server is away, and the same can be tried again by itself. */
  readonly isOutOfReach = signal(false);
  /** The other version, when something else was saved in between. */
  readonly theirs = signal<EntryView | undefined>(undefined);
  private readonly older = signal<number | undefined>(undefined);
  /** The version that the words of the form were written on; 0 when there was none. */
  readonly startedFrom = computed(() => this.older() ?? this.entry()?.version ?? 0);
  readonly isSafe = computed(() => ['clean', 'saved', 'discarded'].includes(this.state()));

  open(address: FigureAddress, entry: EntryView | undefined): void {
    this.address = address;
    this.entry.set(entry);
  }

  /** Shows what is saved beside words that were written on an older version, before anything is saved over it. */
  compare(theirs: EntryView, startedFrom: number | undefined): void {
    this.older.set(startedFrom ?? 0);
    this.theirs.set(theirs);
    this.state.set('conflict');
  }

  /** Says that the form now differs from what was saved. */
  touch(): void {
    this.changes++;
    if (this.state() !== 'conflict') this.state.set('changed');
  }

  /** Says that the form is again as it was last sent, and tells whether the server has it now. */
  async settle(): Promise<boolean> {
    const isSaved = await this.underWay;
    if (isSaved && this.state() === 'changed') this.state.set('saved');
    return isSaved;
  }

  /** Saves and tells whether the server has it now; waits for a save that is under way. */
  save(figure: EntryFigure): Promise<boolean> {
    const words = this.changes;
    this.underWay = this.underWay.then(() => this.state() !== 'conflict' && this.saveNow(figure, words));
    return this.underWay;
  }

  /** Changes something else of the entry once what is being saved is; gives why not, in words, where it was refused. */
  async change(ask: (entry: EntryView) => Promise<EntryView>): Promise<string | undefined> {
    let problem: string | undefined;
    this.underWay = this.underWay.then(async (isSaved) => {
      const entry = this.entry();
      if (!entry) return isSaved;
      try {
        this.entry.set(await ask(entry));
      } catch (error) {
        problem = problemText(error);
        if (OVERTAKEN.has(problemOf(error)?.code ?? '')) await this.refused(error);
      }
      return isSaved;
    });
    await this.underWay;
    return problem;
  }

  /** Takes a step of the workflow; false when it was refused (then `problem` says why). */
  async take(action: Step): Promise<boolean> {
    const [entry, isSafe, before] = [this.entry(), this.isSafe(), this.state()];
    if (!entry) return false;
    try {
      const after = await this.api.step(entry, { action }, this.key);
      const isDiscarded = after.state === 'discarded';
      this.entry.set(isDiscarded ? undefined : after);
      this.renewKey();
      this.state.set(isDiscarded ? 'discarded' : 'clean');
      this.isOutOfReach.set(false);
      this.problem.set('');
      return true;
    } catch (error) {
      await this.refused(error);
      // What was saved still is, though the step was not taken.
      if (isSafe && this.state() === 'failed') this.state.set(before);
      return false;
    }
  }

  /** Goes on from the other version: the form's words are saved over it, or thrown away by taking it. */
  resolve(): EntryView | undefined {
    const theirs = this.theirs();
    this.entry.set(theirs);
    this.theirs.set(undefined);
    this.older.set(undefined);
    this.state.set('changed');
    this.problem.set('');
    return theirs;
  }

  private async saveNow(figure: EntryFigure, words: number): Promise<boolean> {
    this.state.set('saving');
    try {
      this.entry.set(await this.send(figure));
      this.renewKey();
      this.unanswered = [];
      this.isOutOfReach.set(false);
      this.problem.set('');
      // The words may have changed since they were sent.
      this.state.set(this.changes === words ? 'saved' : 'changed');
      return true;
    } catch (error) {
      if ((await this.isOvertakenByItself(error)) || (await this.isDiscarded(error))) return this.saveNow(figure, words);
      if (statusOf(error) === 0 && this.entry()) this.unanswered.push(figure);
      await this.refused(error);
      return false;
    }
  }

  /** A save whose answer was lost has made the version that this one meets: nobody else has written anything. */
  private async isOvertakenByItself(error: unknown): Promise<boolean> {
    if (problemOf(error)?.code !== 'entry.stale' || this.unanswered.length === 0) return false;
    const latest = await this.latest();
    const isOwn = latest?.actions.includes('save') && this.unanswered.some((figure) => isSameFigure(figure, latest));
    this.unanswered = [];
    if (isOwn) this.entry.set(latest);
    return isOwn ?? false;
  }

  /** A colleague has discarded the entry: these words begin another. */
  private async isDiscarded(error: unknown): Promise<boolean> {
    const code = problemOf(error)?.code;
    if (!this.entry() || (code !== 'entry.stale' && code !== 'entry.action-not-allowed')) return false;
    if ((await this.latest())?.state !== 'discarded') return false;
    this.entry.set(undefined);
    this.renewKey();
    return true;
  }

  private async send(figure: EntryFigure): Promise<EntryView> {
    const entry = this.entry();
    if (entry) return this.api.save(entry.id, entry.version, figure);
    if (!this.address) throw new Error('The form is not open yet');
    // Without an answer the first text may or may not have come through: it goes again, and the newer text after it.
    const first = this.sent ?? figure;
    this.sent = first;
    const created = await this.api.create({ ...this.address, ...first }, this.key);
    this.sent = undefined;
    this.entry.set(created);
    return first === figure ? created : this.api.save(created.id, created.version, figure);
  }

  private async refused(error: unknown): Promise<void> {
    const code = problemOf(error)?.code;
    this.isOutOfReach.set(statusOf(error) === 0);
    if (statusOf(error) !== 0) this.renewKey();
    this.problem.set(problemText(error));
    this.theirs.set(OVERTAKEN.has(code ?? '') ? await this.latest() : undefined);
    this.state.set(this.theirs() ? 'conflict' : 'failed');
  }

  private async latest(): Promise<EntryView | undefined> {
    const entry = this.entry();
    try {
      return entry ? await this.api.read(entry.id) : this.address && (await this.api.readForm(this.address)).entry;
    } catch {
      // It could be deleted or out of reach; the problem that led here is shown anyway.
      return undefined;
    }
  }

  private renewKey(): void {
    this.key = crypto.randomUUID();
    this.sent = undefined;
  }
}

/** Every field of a figure but answers and parts, which are lists: the compiler asks for a new one. */
const FIELDS: Readonly<Record<Exclude<keyof EntryFigure, 'answers' | 'parts'>, true>> = {
  ...{ value: true, missing: true, quality: true, margin: true, respondents: true },
  ...{
    comment: true,
    sourceNote: true,
    link: true,
    reason: true,
    provenance: true,
    provenanceNote: true,
    calculation: true,
    numerator: true,
    denominator: true,
  },
};

/** Whether an entry says what was sent, and nothing else. */
function isSameFigure(sent: EntryFigure, entry: EntryView): boolean {
  const answers = ({ answers }: Pick<EntryFigure, 'answers'>): string =>
    answers.map(({ kind, comment }) => `${kind} ${comment}`).join('\n');
  const fields = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  return fields.every((field) => sent[field] === entry[field]) && answers(sent) === answers(entry) && haveSameParts(sent, entry);
}
