import { afterNextRender, Component, computed, effect, ElementRef, inject, input, type OnInit, signal, untracked } from '@angular/core';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { Banner, Chart, FormField, injectLanguage, TypedText } from '@slusen/ui';
import type { FigureAddress } from '../data/entries-api.js';
import { EntryApproved } from './entry-approved.js';
import { entryChoices } from './entry-choices.js';
import { EntryConflict } from './entry-conflict.js';
import { differences, type Difference } from './entry-differences.js';
import { EntryDone } from './entry-done.js';
import { EntryHistory } from './entry-history.js';
import { EntrySaver } from './entry-saver.js';
import { EMPTY_TEXT, textOf, type EntryText } from './entry-text.js';
import { fieldLabels } from './field-labels.js';
import { JudgedText } from './judged-text.js';
import { wayBack, type KeptDraft } from './kept-draft.js';
import { LeaveQuestion } from './leave-question.js';
import { LocalDraft } from './local-draft.js';
import { openingText } from './opening-text.js';
import { SAVE_AFTER } from './save-after.js';
import { SaveNotice } from './save-notice.js';

/** So many times as long it waits before it tries a server again that did not answer. */
const PATIENCE = 10;
const elapsed = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

/** The form of one figure. Saves by itself, asks about unusual values in place, and loses nothing that was typed. */
@Component({
  selector: 'app-entry-editor',
  imports: [Banner, Chart, EntryApproved, EntryConflict, EntryDone, EntryHistory, FormField, SaveNotice, TypedText],
  providers: [EntrySaver, LocalDraft],
  templateUrl: './entry-editor.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)', '(window:online)': 'saveAgain()' },
})
export class EntryEditor implements OnInit {
  protected readonly texts = {
    returned: $localize`:@@editor.returned:Skickad tillbaka av granskaren:`,
    restored: $localize`:@@editor.restored:Det här skrev du förra gången, men det hann inte sparas.`,
    drop: $localize`:@@editor.drop:Ta bort det`,
    more: $localize`:@@editor.more:Länk, felmarginal och antal svarande`,
    notSubmitted: $localize`:@@editor.not-submitted:Inte inlämnad.`,
    submit: $localize`:@@editor.submit:Lämna in för granskning`,
    discard: $localize`:@@editor.discard:Kasta utkastet`,
    readOnly: $localize`:@@editor.read-only:Du kan läsa men inte ändra den här inmatningen.`,
  };
  readonly form = input.required<EntryForm>();
  readonly address = input.required<FigureAddress>();
  protected readonly saver = inject(EntrySaver);
  private readonly kept = inject(LocalDraft);
  private readonly saveAfter = inject(SAVE_AFTER);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = injectLanguage();
  protected readonly labels = fieldLabels();
  protected readonly choices = entryChoices(this.language);
  protected readonly words = new JudgedText(this.form, this.saver.entry, this.language);
  protected readonly isRestored = signal(false);
  /** What was saved when the form opened, for whoever does not want the restored words. */
  private opened = EMPTY_TEXT;
  /** The words that the server has, or that are on their way to it; nothing while that is not known. */
  private written: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly isEditable = computed(() => this.saver.entry()?.actions.includes('save') ?? true);
  protected readonly isDone = computed(() => ['submitted', 'approved'].includes(this.saver.entry()?.state ?? ''));
  /** Someone pressed "submit", and it did not come through. */
  protected readonly isNotSubmitted = signal(false);
  /** Where the words of the form and the other version part. */
  protected readonly differences = computed(() => {
    const theirs = this.saver.theirs();
    return theirs ? this.differencesFrom(textOf(theirs, this.language)) : [];
  });

  constructor() {
    inject(LeaveQuestion).mayLeave = () => this.mayLeave();
    afterNextRender(() => this.element.querySelector<HTMLElement>('#varde')?.focus());
    effect((onCleanup) => {
      onCleanup(() => clearTimeout(this.timer));
      const written = JSON.stringify(this.words.text());
      untracked(() => this.changed(written));
    });
  }

  ngOnInit(): void {
    const { entry } = this.form();
    this.saver.open(this.address(), entry);
    this.opened = openingText(this.form(), this.language);
    this.reopen(this.opened);
    const kept = this.kept.find(this.address());
    if (kept) this.bringBack(kept, entry);
  }

  /** The reason for having no value, by its place in the list; the first line of which says that there is one. */
  protected choose(index: number): void {
    this.words.pause();
    this.words.write({ missing: this.choices.missing[index - 1]?.kind ?? '' });
  }

  /** How the value came about, by its place in the list. */
  protected derive(index: number): void {
    this.words.write({ provenance: this.choices.provenances[index]?.provenance ?? 'exact' });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.words.isTried.set(true);
    this.words.pause();
    if (!this.words.isSound()) return this.focusFirstFault();
    const isSubmitted = (await this.flush()) && ((await this.saver.take('submit')) || this.isSavedAlready());
    this.isNotSubmitted.set(!isSubmitted);
    if (isSubmitted) this.kept.remove(this.address());
  }

  /** The approved value as it is, and nobody is asked why. */
  protected makeFinal(event: Event): Promise<void> {
    this.words.text.set({ ...openingText({ replaces: this.form().replaces }, this.language), quality: 'final' });
    return this.submit(event);
  }

  /** Back to what was saved when the form opened, also on the server if the restored words have come that far. */
  protected dropRestored(): void {
    if (this.written === JSON.stringify(this.opened)) return this.reset(this.opened);
    this.isRestored.set(false);
    this.words.text.set(this.opened);
  }

  protected async withdraw(): Promise<void> {
    if (!(await this.saver.take('withdraw'))) this.isSavedAlready();
  }

  /** Asked first, since the words are gone from the form; the history keeps that it was so. */
  protected async discard(): Promise<void> {
    if (!confirm($localize`:@@editor.discard-question:Vill du kasta utkastet? Det du har skrivit försvinner från formuläret.`)) return;
    clearTimeout(this.timer);
    await this.saver.settle();
    if (!(await this.saver.take('discard'))) return;
    const { replaces } = this.form();
    this.opened = openingText({ replaces }, this.language);
    this.reset(this.opened, 'discarded');
    this.words.isTried.set(false);
    this.element.querySelector<HTMLElement>('#varde')?.focus();
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
    if (this.saver.isSafe() || (await Promise.race([this.flush(), elapsed(this.saveAfter)]))) return true;
    return confirm(
      $localize`:@@entry.leave:Det sista du skrev är inte sparat än. Vill du lämna sidan ändå? Texten finns kvar i den här webbläsaren till nästa gång.`,
    );
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.saver.isSafe()) event.preventDefault();
  }

  /** The network is back: what it kept from being saved is. */
  protected saveAgain(): void {
    if (this.saver.state() === 'failed' && this.saver.isOutOfReach()) void this.flush();
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
    this.words.pause();
    const written = JSON.stringify(this.words.text());
    if (this.words.hasFault()) return false;
    const isSent = written === this.written && this.saver.entry() !== undefined;
    if (!(await (isSent ? this.saver.settle() : this.send(written)))) {
      if (this.saver.isOutOfReach()) this.timer = setTimeout(() => this.saveAgain(), this.saveAfter * PATIENCE);
      return this.isSavedAlready();
    }
    if (written === JSON.stringify(this.words.text())) this.kept.remove(this.address());
    else this.keep();
    return true;
  }

  private async send(written: string): Promise<boolean> {
    this.written = written;
    const isSaved = await this.saver.save(this.words.figure());
    if (!isSaved && this.written === written) this.written = undefined;
    return isSaved;
  }

  private keep(): void {
    this.kept.keep(this.address(), { text: this.words.text(), version: this.saver.startedFrom() });
  }

  private differencesFrom(other: EntryText): readonly Difference[] {
    const { unit, decimals } = this.form().indicator;
    return differences(this.words.text(), other, { unit, decimals, language: this.language });
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
    this.words.text.set(kept.text);
    if (isOvertaken) this.saver.compare(entry, kept.version);
    else this.isRestored.set(true);
  }

  private reopen(text: EntryText): void {
    this.written = JSON.stringify(text);
    this.words.text.set(text);
  }

  private reset(text: EntryText, state: 'clean' | 'discarded' = 'clean'): void {
    clearTimeout(this.timer);
    this.reopen(text);
    this.kept.remove(this.address());
    this.isRestored.set(false);
    this.saver.state.set(state);
  }

  private focusFirstFault(): void {
    setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
