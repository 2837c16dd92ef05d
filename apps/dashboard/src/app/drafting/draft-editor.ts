import { computed, inject, Injectable, signal } from '@angular/core';
import type { DraftPart, StrategyDraft } from '@slusen/contracts';
import type { DraftStep } from '@slusen/domain';
import { problemOf, statusOf } from '../data/api-problem.js';
import { DraftsApi } from '../data/drafts-api.js';
import { draftProblemText } from './draft-texts.js';
import { KeptParts, type KeptPart } from './kept-parts.js';

/** What a part says; null: it is taken out. */
export type PartContent = DraftPart['content'];

/** A part on the screen: what it says, and how that stands to what is saved. */
export interface HeldPart {
  /** The revision that the words were made from; 0: there was none. */
  readonly revision: number;
  readonly content: PartContent;
  /** What is saved, as text to compare with. */
  readonly saved: string;
  readonly state: 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed';
  /** What somebody else saved meanwhile. */
  readonly theirs?: DraftPart | undefined;
  /** What it said before, the latest last. */
  readonly earlier: readonly PartContent[];
}

/** Milliseconds of rest after which words are saved, and before a server that did not answer is tried again. */
const SAVE_AFTER = 800;
const TRY_AGAIN = 10_000;
const NOTHING: HeldPart = { revision: 0, content: null, saved: 'null', state: 'saved', earlier: [] };

/** The draft that is open: holds what is written, saves it by itself part by part, and writes over nobody. */
@Injectable()
export class DraftEditor {
  private readonly api = inject(DraftsApi);
  private readonly kept = inject(KeptParts);
  private readonly opened = signal<StrategyDraft | undefined>(undefined);
  private readonly held = signal<ReadonlyMap<string, HeldPart>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly underWay = new Map<string, Promise<void>>();
  private key = crypto.randomUUID();

  readonly draft = this.opened.asReadonly();
  readonly problem = signal('');
  readonly isBusy = signal(false);
  readonly isWritable = computed(() => this.opened()?.state === 'draft');
  readonly conflicts = computed(() => [...this.held()].flatMap(([key, { state }]) => (state === 'conflict' ? [key] : [])));
  /** How everything that is written stands. */
  readonly saving = computed<HeldPart['state']>(() => {
    const states = [...this.held().values()].map(({ state }) => state);
    return (['conflict', 'failed', 'unsaved', 'saving'] as const).find((state) => states.includes(state)) ?? 'saved';
  });

  open(draft: StrategyDraft): void {
    this.opened.set(draft);
    this.held.set(new Map(draft.parts.map((part) => [part.key, heldOf(part)])));
    if (this.isWritable()) for (const [key, kept] of this.kept.of(draft.id)) this.restore(key, kept, draft.parts);
  }

  part(key: string): HeldPart {
    return this.held().get(key) ?? NOTHING;
  }

  /** Writes in a part; it is saved when the writing rests. */
  change(key: string, content: PartContent): void {
    const part = this.part(key);
    const isUnsaved = JSON.stringify(content) !== part.saved;
    const rests = ['conflict', 'saving'].includes(part.state);
    this.hold(key, { ...part, content, state: rests ? part.state : isUnsaved ? 'unsaved' : 'saved' });
    if (this.part(key).state === 'unsaved') this.saveIn(SAVE_AFTER, key);
  }

  canUndo(key: string): boolean {
    const { earlier, revision, state } = this.part(key);
    return state !== 'conflict' && (earlier.length > 0 || revision > 1);
  }

  /** Goes back to what the part said before its latest saving, and further when it is asked again. */
  async undo(key: string): Promise<void> {
    await this.save(key);
    const { earlier } = this.part(key);
    const before = earlier.length > 0 ? earlier : await this.savedBefore(key);
    if (before.length === 0) return;
    this.change(key, before.at(-1) ?? null);
    await this.save(key);
    this.hold(key, { ...this.part(key), earlier: before.slice(0, -1) });
  }

  /** Settles a conflict: with the own words, as a saving after theirs, or with theirs. What does not hold is what an undo brings back. */
  async settle(key: string, whose: 'mine' | 'theirs'): Promise<void> {
    const { theirs, content } = this.part(key);
    if (!theirs) return;
    this.hold(key, { ...heldOf(theirs), earlier: whose === 'theirs' ? [content] : [] });
    if (whose === 'mine') this.change(key, content);
    await this.save(key);
  }

  /** Saves everything that is written; false when some of it could not be. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.held().keys()].map((key) => this.save(key)));
    return this.saving() === 'saved';
  }

  /** Takes a step with the draft as it is saved. */
  async step(step: DraftStep): Promise<void> {
    const draft = this.opened();
    if (!draft || this.isBusy() || !(await this.flush())) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      this.open(await this.api.step(draft, step, this.key));
      this.key = crypto.randomUUID();
    } catch (error) {
      this.problem.set(draftProblemText(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      await this.refresh();
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Reads what is missing anew, and what others saved in parts that are not written in here. */
  async refresh(): Promise<void> {
    const id = this.opened()?.id;
    if (id === undefined) return;
    const draft = await this.api.again(id).catch(() => undefined);
    if (!draft) return;
    this.opened.set(draft);
    for (const part of draft.parts) {
      const here = this.part(part.key);
      if (here.state === 'saved' && here.revision < part.revision) this.hold(part.key, { ...heldOf(part), earlier: here.earlier });
    }
  }

  /** Words that were never saved come back: to be saved, or beside what somebody saved since they were written. */
  private restore(key: string, { revision, content }: KeptPart, parts: readonly DraftPart[]): void {
    const theirs = parts.find((part) => part.key === key);
    const here = this.part(key);
    if (here.saved === JSON.stringify(content)) return this.hold(key, here);
    if (theirs && theirs.revision !== revision) return this.hold(key, { ...here, content, state: 'conflict', theirs });
    this.change(key, content);
  }

  private saveIn(ms: number, key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => void this.save(key).then(() => this.refresh()), ms)); // prettier-ignore
  }

  /** Saves a part when there is something to save, one saving of it at a time. */
  private async save(key: string): Promise<void> {
    clearTimeout(this.timers.get(key));
    await this.underWay.get(key);
    const part = this.part(key);
    if (!['unsaved', 'failed'].includes(part.state)) return;
    const saving = this.send(key, part).finally(() => this.underWay.delete(key));
    this.underWay.set(key, saving);
    await saving;
  }

  private async send(key: string, part: HeldPart): Promise<void> {
    const id = this.opened()?.id ?? 0;
    this.hold(key, { ...part, state: 'saving' });
    try {
      this.isSaved(key, part, await this.api.save(id, key, part));
    } catch (error) {
      await this.isRefused(key, error);
    }
  }

  /** What was written while it was being saved is saved next. */
  private isSaved(key: string, sent: HeldPart, { revision, content }: DraftPart): void {
    const { content: now } = this.part(key);
    const isChanged = JSON.stringify(now) !== JSON.stringify(sent.content);
    const earlier = [...sent.earlier, JSON.parse(sent.saved) as PartContent];
    this.hold(key, {
      revision,
      content: isChanged ? now : content,
      saved: JSON.stringify(content),
      state: isChanged ? 'unsaved' : 'saved',
      earlier,
    });
    if (isChanged) this.saveIn(SAVE_AFTER, key);
  }

  private async isRefused(key: string, error: unknown): Promise<void> {
    const part = this.part(key);
    if (problemOf(error)?.code === 'revision.stale') {
      const theirs = (await this.api.history(this.opened()?.id ?? 0, key).catch(() => undefined))?.revisions[0];
      const isLostAnswer = theirs && JSON.stringify(theirs.content) === JSON.stringify(part.content);
      // The answer to one's own saving was lost: what stands there is what is written here.
      if (isLostAnswer) return this.hold(key, heldOf(theirs));
      return this.hold(key, { ...part, state: 'conflict', theirs });
    }
    this.hold(key, { ...part, state: 'failed' });
    this.problem.set(draftProblemText(error));
    if (statusOf(error) === 0 || statusOf(error) === 503) this.saveIn(TRY_AGAIN, key);
  }

  private async savedBefore(key: string): Promise<PartContent[]> {
    const answer = await this.api.history(this.opened()?.id ?? 0, key).catch(() => undefined);
    return (answer?.revisions ?? []).slice(1).map(({ content }) => content).reverse(); // prettier-ignore
  }

  private hold(key: string, part: HeldPart): void {
    this.held.update((held) => new Map(held).set(key, part));
    const draft = this.opened()?.id ?? 0;
    if (part.state === 'saved') this.kept.remove(draft, key);
    else this.kept.keep(draft, key, part);
    if (part.state === 'saved' && this.saving() === 'saved') this.problem.set('');
  }
}

function heldOf({ revision, content }: DraftPart): HeldPart {
  return { revision, content, saved: JSON.stringify(content), state: 'saved', earlier: [] };
}
