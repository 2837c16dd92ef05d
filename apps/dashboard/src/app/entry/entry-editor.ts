import { afterNextRender, Component, computed, effect, ElementRef, inject, input, type OnInit, signal, untracked } from '@angular/core';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { provenanceText, type QuestionKind } from '@slusen/domain';
import { Banner, Chart, FormField, injectLanguage, PeriodPipe, TypedText } from '@slusen/ui';
import type { FigureAddress } from '../data/entries-api.js';
import { editorTexts } from './editor-texts.js';
import { EntryApproved } from './entry-approved.js';
import { entryChoices } from './entry-choices.js';
import { EntryAttachments } from './entry-attachments.js';
import { EntryConflict } from './entry-conflict.js';
import { differences, type Difference } from './entry-differences.js';
import { EntryDone } from './entry-done.js';
import { EntryFiles } from './entry-files.js';
import { EntryHistory } from './entry-history.js';
import { EntryReading } from './entry-reading.js';
import { EntrySaver } from './entry-saver.js';
import { EntrySubmission } from './entry-submission.js';
import { withShare } from './entry-share.js';
import { EMPTY_TEXT, textOf, type EntryText } from './entry-text.js';
import { fieldLabels } from './field-labels.js';
import { wayBack, type KeptDraft } from './kept-draft.js';
import { LeaveQuestion } from './leave-question.js';
import { AsLastTime } from './as-last-time.js';
import { LocalDraft } from './local-draft.js';
import { openingText } from './opening-text.js';
import { PartFields } from './part-fields.js';
import { Pauses } from './pauses.js';
import { elapsed, PATIENCE, SAVE_AFTER } from './save-after.js';
import { SaveNotice } from './save-notice.js';
import { uncover } from './uncover.js';

/** The form of one figure. Saves by itself, asks about unusual values in place, and loses nothing that was typed. */
@Component({
  selector: 'app-entry-editor',
  imports: [
    Banner,
    Chart,
    EntryApproved,
    EntryAttachments,
    EntryConflict,
    EntryDone,
    EntryHistory,
    FormField,
    PartFields,
    PeriodPipe,
    SaveNotice,
    TypedText,
  ],
  providers: [EntryFiles, EntrySaver, EntrySubmission, LocalDraft, Pauses],
  templateUrl: './entry-editor.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)', '(window:online)': 'saveAgain()' },
})
export class EntryEditor implements OnInit {
  protected readonly uncover = uncover;
  protected readonly texts = editorTexts();
  readonly form = input.required<EntryForm>();
  readonly address = input.required<FigureAddress>();
  protected readonly saver = inject(EntrySaver);
  private readonly kept = inject(LocalDraft);
  private readonly saveAfter = inject(SAVE_AFTER);
  protected readonly pauses = inject(Pauses);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly language = injectLanguage();
  protected readonly labels = fieldLabels();
  protected readonly choices = entryChoices(this.language);
  protected readonly invented = provenanceText('example', this.language);

  /** What stands in the form; its length is kept by the controls themselves. */
  protected readonly text = signal<EntryText>(EMPTY_TEXT);
  protected readonly isRestored = signal(false);
  /** What was saved when the form opened, for whoever does not want the restored words. */
  private opened = EMPTY_TEXT;
  /** Someone has pressed "submit": now what is missing is shown as well. */
  protected readonly isTried = signal(false);
  /** The words that the server has, or that are on their way to it; nothing while that is not known. */
  private written: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly reading = new EntryReading({
    ...{ form: this.form, text: this.text, isTried: this.isTried, language: this.language },
    ...{ saved: this.saver.entry, isBusy: this.pauses.isBusy },
  });
  protected readonly again = new AsLastTime({ form: this.form, text: this.text });
  protected readonly isEditable = computed(() => this.saver.entry()?.actions.includes('save') ?? true);
  protected readonly isDone = computed(() => ['submitted', 'approved'].includes(this.saver.entry()?.state ?? ''));
  protected readonly submission = inject(EntrySubmission);
  protected readonly files = inject(EntryFiles);
  /** Where the words of the form and the other version part. */
  protected readonly differences = computed(() => {
    const theirs = this.saver.theirs();
    return theirs ? this.differencesFrom(textOf(theirs, this.language)) : [];
  });

  constructor() {
    this.files.within({ save: () => this.flush(), settle: () => this.isSavedAlready() });
    inject(LeaveQuestion).mayLeave = () => this.mayLeave();
    afterNextRender(() => this.element.querySelector<HTMLElement>('#varde')?.focus());
    effect((onCleanup) => {
      onCleanup(() => clearTimeout(this.timer));
      const written = JSON.stringify(this.text());
      untracked(() => this.changed(written));
    });
  }

  ngOnInit(): void {
    this.saver.open(this.address(), this.form().entry);
    this.reopen((this.opened = openingText(this.form(), this.language)));
    const kept = this.kept.find(this.address());
    if (kept) this.bringBack(kept, this.form().entry);
  }

  /** Takes over what was just typed. */
  protected type(change: Partial<EntryText>): void {
    this.pauses.type();
    this.write(change);
  }

  /** Takes over one of a share's two numbers, and the value that they make. */
  protected typeShare(change: Partial<EntryText>): void {
    this.type(withShare(this.text(), change, { decimals: this.form().indicator.decimals, language: this.language }));
  }

  /** Takes over what was just typed or chosen. */
  protected write(change: Partial<EntryText>): void {
    this.text.update((text) => ({ ...text, ...change }));
  }

  /** The reason for having no value, by its place in the list; the first line of which says that there is one. */
  protected choose(index: number): void {
    this.pauses.pause();
    this.write({ missing: this.choices.missing[index - 1]?.kind ?? '' });
  }

  /** How the value came about, by its place in the list. */
  protected derive(index: number): void {
    this.write({ provenance: this.choices.provenances[index]?.provenance ?? 'exact' });
  }

  protected answer(kind: QuestionKind, words: string): void {
    this.write({ answers: { ...this.text().answers, [kind]: words } });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    this.pauses.pause();
    if (this.reading.isFaulty()) return this.focusOn('[aria-invalid="true"]');
    if (await this.flush()) await this.handIn();
    else this.submission.refuse();
    if (this.saver.theirs()) this.focusOn('app-entry-conflict section');
  }

  /** What is saved goes to the reviewer; without an answer the same is sent again until there is one. */
  private async handIn(): Promise<void> {
    if ((await this.submission.handIn()) || this.isSavedAlready()) {
      this.submission.settle();
      this.kept.remove(this.address());
    } else if (this.submission.state() === 'unanswered') this.tryLater();
  }

  /** The approved value as it is, and nobody is asked why. */
  protected makeFinal(event: Event): Promise<void> {
    this.text.set({ ...this.unwritten(), quality: 'final' });
    return this.submit(event);
  }

  /** Back to what was saved when the form opened, also on the server if the restored words have come that far. */
  protected dropRestored(): void {
    if (this.written === JSON.stringify(this.opened)) return this.reset(this.opened);
    this.isRestored.set(false);
    this.text.set(this.opened);
  }

  protected async withdraw(): Promise<void> {
    if (!(await this.saver.take('withdraw'))) this.isSavedAlready();
    this.focusOn('#varde');
  }

  /** Asked first, since the words are gone from the form; the history keeps that it was so. */
  protected async discard(): Promise<void> {
    if (!confirm(this.texts.discardQuestion)) return;
    clearTimeout(this.timer);
    await this.saver.settle();
    if (!(await this.saver.take('discard'))) return;
    this.opened = this.unwritten();
    this.reset(this.opened, 'discarded');
    this.isTried.set(false);
    this.focusOn('#varde');
  }

  protected keepMine(): void {
    this.saver.resolve();
    void this.flush();
  }

  protected takeTheirs(): void {
    const theirs = this.saver.resolve();
    if (theirs) this.reset(textOf(theirs, this.language));
  }

  /** Asked before the page is left: nothing is lost either way, but the person should know of what could not be saved in a moment. */
  private async mayLeave(): Promise<boolean> {
    if (this.submission.state() === 'unanswered') return confirm(this.texts.unansweredQuestion);
    if (this.saver.isSafe() || (await Promise.race([this.flush(), elapsed(this.saveAfter)]))) return true;
    return confirm(this.texts.leaveQuestion);
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.saver.isSafe() || this.submission.state() === 'unanswered') event.preventDefault();
  }

  /** The network is back: what it kept from being saved or submitted is. */
  protected saveAgain(): void {
    if (!this.saver.isOutOfReach()) return;
    if (this.saver.state() === 'failed') void this.flush();
    else if (this.submission.state() === 'unanswered') void this.handIn();
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveAgain(), this.saveAfter * PATIENCE);
  }

  private changed(written: string): void {
    if (written === this.written && this.saver.isSafe()) return;
    this.saver.touch();
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.saveAfter);
  }

  private async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.pauses.pause();
    const written = JSON.stringify(this.text());
    if (this.reading.hasFault()) return false;
    const isSent = written === this.written && this.saver.entry() !== undefined;
    if (!(await (isSent ? this.saver.settle() : this.send(written)))) {
      if (this.saver.isOutOfReach()) this.tryLater();
      return this.isSavedAlready();
    }
    if (!isSent) this.submission.settle();
    if (written === JSON.stringify(this.text())) this.kept.remove(this.address());
    else this.keep();
    return true;
  }

  private async send(written: string): Promise<boolean> {
    this.written = written;
    const isSaved = await this.saver.save(this.reading.figure());
    if (!isSaved && this.written === written) this.written = undefined;
    return isSaved;
  }

  private keep(): void {
    this.kept.keep(this.address(), { text: this.text(), version: this.saver.startedFrom() });
  }

  /** What stands in the form before anyone has saved anything. */
  private unwritten(): EntryText {
    return openingText({ ...this.form(), entry: undefined }, this.language);
  }

  private differencesFrom(other: EntryText): readonly Difference[] {
    const { unit, decimals } = this.form().indicator;
    return differences(this.text(), other, { unit, decimals, language: this.language });
  }

  /** Takes the other version where it says the same as the form: there is nothing to choose between, and nothing is lost. */
  private isSavedAlready(): boolean {
    const isSame = this.saver.theirs() !== undefined && this.differences().length === 0;
    if (isSame) this.takeTheirs();
    return isSame;
  }

  /** Words that were typed here last time and did not come to the server, unless it has the same by now. */
  private bringBack(kept: KeptDraft, entry: EntryView | undefined): void {
    const isOvertaken = entry && wayBack(kept, entry) === 'compare';
    if (!isOvertaken && !this.isEditable()) return;
    if (this.differencesFrom(kept.text).length === 0) return this.kept.remove(this.address());
    this.text.set(kept.text);
    if (isOvertaken) this.saver.compare(entry, kept.version);
    else this.isRestored.set(true);
  }

  private reopen(text: EntryText): void {
    this.written = JSON.stringify(text);
    this.text.set(text);
  }

  private reset(text: EntryText, state: 'clean' | 'discarded' = 'clean'): void {
    clearTimeout(this.timer);
    this.reopen(text);
    this.kept.remove(this.address());
    this.isRestored.set(false);
    this.saver.state.set(state);
  }

  /** Once it is drawn. */
  private focusOn(selector: string): void {
    setTimeout(() => this.element.querySelector<HTMLElement>(selector)?.focus());
  }
}
