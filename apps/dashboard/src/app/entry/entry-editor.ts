import { Component, computed, DestroyRef, effect, ElementRef, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { form, FormField as Bound, maxLength } from '@angular/forms/signals';
import type { EntryForm } from '@slusen/contracts';
import { formatInFull, MISSING_KINDS, missingText, QUALITIES, QUESTION_KINDS } from '@slusen/domain';
import { Banner, Chart, FormField, injectLanguage, qualityWord } from '@slusen/ui';
import type { FigureAddress } from '../data/entries-api.js';
import { seriesChartInput } from '../data/series-chart-input.js';
import { EntryConflict } from './entry-conflict.js';
import { EntryDone } from './entry-done.js';
import { EntryHistory } from './entry-history.js';
import { EntrySaver } from './entry-saver.js';
import { EMPTY_TEXT, readEntry, textOf, type EntryText } from './entry-text.js';
import { faultText, fieldLabels } from './field-labels.js';
import { LocalDraft } from './local-draft.js';
import { allQuestions, liveQuestions } from './plausibility-questions.js';
import { SaveNotice } from './save-notice.js';

const SAVE_AFTER = 1_500;

/** The form of one figure. Saves by itself, asks about unusual values in place, and loses nothing that was typed. */
@Component({
  selector: 'app-entry-editor',
  imports: [Banner, Bound, Chart, EntryConflict, EntryDone, EntryHistory, FormField, SaveNotice],
  providers: [EntrySaver, LocalDraft],
  templateUrl: './entry-editor.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class EntryEditor implements OnInit {
  protected readonly texts = {
    returned: $localize`:@@editor.returned:Skickad tillbaka av granskaren:`,
    restored: $localize`:@@editor.restored:Det här skrev du förra gången, men det hann inte sparas.`,
    drop: $localize`:@@editor.drop:Ta bort det`,
    more: $localize`:@@editor.more:Länk, felmarginal och antal svarande`,
    submit: $localize`:@@editor.submit:Lämna in för granskning`,
    readOnly: $localize`:@@editor.read-only:Du kan läsa men inte ändra den här inmatningen.`,
  };
  readonly form = input.required<EntryForm>();
  readonly address = input.required<FigureAddress>();
  protected readonly saver = inject(EntrySaver);
  private readonly kept = inject(LocalDraft);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly language = injectLanguage();
  protected readonly labels = fieldLabels();
  protected readonly chartHeading = $localize`:@@editor.chart:Det nya värdet bland de tidigare`;
  protected readonly missingKinds = MISSING_KINDS.map((kind) => ({ kind, word: missingText(kind, this.language) }));
  protected readonly qualities = QUALITIES.map((quality) => ({ quality, word: qualityWord(quality) }));

  private readonly text = signal<EntryText>(EMPTY_TEXT);
  protected readonly fields = form(this.text, (path) => {
    for (const field of ['value', 'margin', 'respondents'] as const) maxLength(path[field], 40);
    for (const field of ['comment', 'reason'] as const) maxLength(path[field], 2000);
    for (const kind of QUESTION_KINDS) maxLength(path.answers[kind], 2000);
    maxLength(path.sourceNote, 500);
    maxLength(path.link, 1000);
  });
  protected readonly isRestored = signal(false);
  /** Someone has pressed "submit": now what is missing is shown as well. */
  private readonly isTried = signal(false);
  private written = JSON.stringify(EMPTY_TEXT);
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly reading = computed(() => readEntry(this.text()));
  private readonly value = computed(() => this.reading().figure.value);
  /** Something cannot be understood: nothing is saved until it is mended. */
  protected readonly hasFault = computed(() => Object.keys(this.reading().faults).length > 0);
  protected readonly isEditable = computed(() => this.saver.entry()?.actions.includes('save') ?? true);
  protected readonly isDone = computed(() => ['submitted', 'approved'].includes(this.saver.entry()?.state ?? ''));
  protected readonly corrects = computed(() => this.form().history.some(({ period }) => period === this.form().period));
  protected readonly questions = computed(() => {
    const shown = { value: this.value(), language: this.language };
    return allQuestions(liveQuestions(this.form(), shown.value, this.language), this.saver.entry(), shown);
  });
  /** How the typed number was understood, said back with its unit and with what will be shown of it. */
  protected readonly readBack = computed(() => {
    const value = this.value();
    const { unit, decimals } = this.form().indicator;
    return value === undefined ? '' : formatInFull(value, unit, { decimals, language: this.language });
  });
  protected readonly faults = computed(() => {
    const { faults, figure } = this.reading();
    const isEmpty = figure.value === undefined && figure.missing === undefined;
    return {
      missing: faultText(faults.missing),
      value: faultText(faults.value ?? (this.isTried() && isEmpty ? 'entry.value-required' : undefined)),
      margin: faultText(faults.margin),
      respondents: faultText(faults.respondents),
      link: faultText(faults.link),
      reason: faultText(this.isTried() && this.corrects() && !figure.reason ? 'entry.reason-required' : undefined),
    };
  });
  protected readonly series = computed(() => {
    const { indicator, history, target, period } = this.form();
    const value = this.value();
    const others = history.filter((point) => point.period !== period);
    const draft = value === undefined ? undefined : { period, value };
    const shownTarget = target?.measure === 'value' ? target : undefined;
    return seriesChartInput({ indicator, points: value === undefined ? history : others, target: shownTarget, draft }, this.language);
  });

  constructor() {
    effect(() => {
      const written = JSON.stringify(this.text());
      untracked(() => this.changed(written));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  ngOnInit(): void {
    const { entry } = this.form();
    this.saver.open(this.address(), entry);
    const saved = entry ? textOf(entry, this.language) : EMPTY_TEXT;
    this.written = JSON.stringify(saved);
    const kept = this.isEditable() ? this.kept.find(this.address()) : undefined;
    this.isRestored.set(kept !== undefined && JSON.stringify(kept) !== this.written);
    this.text.set(kept ?? saved);
  }

  protected faultOfAnswer(kind: keyof EntryText['answers']): string | undefined {
    return faultText(this.isTried() && !this.text().answers[kind].trim() ? 'answer.required' : undefined);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const unanswered = this.questions().some(({ kind }) => this.faultOfAnswer(kind));
    if (unanswered || Object.values(this.faults()).some(Boolean)) return this.focusFirstFault();
    if ((await this.flush()) && (await this.saver.take('submit'))) this.kept.remove(this.address());
  }

  /** Back to what the server has. */
  protected dropRestored(): void {
    const entry = this.saver.entry();
    this.reset(entry ? textOf(entry, this.language) : EMPTY_TEXT);
  }

  protected async withdraw(): Promise<void> {
    await this.saver.take('withdraw');
  }

  protected keepMine(): void {
    this.saver.resolve();
    void this.flush();
  }

  protected takeTheirs(): void {
    const theirs = this.saver.resolve();
    if (theirs) this.reset(textOf(theirs, this.language));
  }

  /** Asked before the page is left: nothing is lost either way, but the person should know. */
  mayLeave(): boolean {
    if (this.saver.isSafe()) return true;
    if (!this.hasFault()) void this.flush();
    return confirm($localize`:@@entry.leave:Det sista du skrev är inte sparat än. Vill du lämna sidan ändå? Texten finns kvar i den här webbläsaren till nästa gång.`);
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.saver.isSafe()) event.preventDefault();
  }

  private changed(written: string): void {
    if (written === this.written) return;
    this.saver.touch();
    this.kept.keep(this.address(), this.text());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  private async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    const written = JSON.stringify(this.text());
    if (this.hasFault()) return false;
    if (written === this.written && this.saver.entry() && this.saver.state() !== 'failed') return true;
    if (!(await this.saver.save(this.reading().figure))) return false;
    this.written = written;
    if (written === JSON.stringify(this.text())) this.kept.remove(this.address());
    return true;
  }

  private reset(text: EntryText): void {
    this.written = JSON.stringify(text);
    this.text.set(text);
    this.kept.remove(this.address());
    this.isRestored.set(false);
    this.saver.state.set('clean');
  }

  private focusFirstFault(): void {
    setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
