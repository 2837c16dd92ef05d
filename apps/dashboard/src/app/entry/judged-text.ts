import { computed, signal, type Signal } from '@angular/core';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { formatInFull, isConfirmation, type Language, type QuestionKind } from '@slusen/domain';
import { draftChart } from './draft-chart.js';
import { saidInPauses, type Judgement } from './entry-judgement.js';
import { EMPTY_TEXT, readEntry, type EntryText } from './entry-text.js';
import { faultText, faultTexts, unsaidTexts } from './field-labels.js';
import { questionsOf } from './plausibility-questions.js';

/** What stands in the form of one figure, what it is read as, and what is said of it: wrong, missing, or asked about. */
export class JudgedText {
  /** What stands in the form; its length is kept by the controls themselves. */
  readonly text = signal<EntryText>(EMPTY_TEXT);
  /** Someone has pressed "submit": now what is missing is shown as well. */
  readonly isTried = signal(false);
  /** Since the last key no field was left, and no pause was made. */
  private readonly isTyping = signal(false);

  private readonly typedBy = computed(() => ({ language: this.language, unit: this.form().indicator.unit }));
  private readonly reading = computed(() => readEntry(this.text(), this.typedBy()));
  /** As it is sent. */
  readonly figure = computed(() => this.reading().figure);
  private readonly value = computed(() => this.figure().value);
  /** Something cannot be understood: nothing is saved until it is mended. */
  readonly hasFault = computed(() => Object.keys(this.reading().faults).length > 0);
  private readonly confirms = computed(() => isConfirmation(this.figure(), this.form().replaces));
  /** What was approved before is said otherwise, and not only made final: that needs a reason. */
  readonly corrects = computed(() => this.form().replaces !== undefined && !this.confirms());
  private readonly judgement = computed<Judgement>(() => {
    const { faults, figure } = this.reading();
    const entered = { ...figure, quality: this.text().quality };
    return { faults, questions: questionsOf(this.form(), entered, { saved: this.saved(), language: this.language }) };
  });
  private readonly said = saidInPauses(this.judgement, this.isTyping);
  readonly questions = computed(() => this.said().questions);
  readonly isFaultSaid = computed(() => Object.keys(this.said().faults).length > 0);
  /** How the typed number was understood, said back with its unit and with what will be shown of it. */
  readonly readBack = computed(() => {
    const value = this.value();
    const { unit, decimals } = this.form().indicator;
    return value === undefined ? '' : formatInFull(value, unit, { decimals, language: this.language });
  });
  /** What is wrong with each field, in words. */
  readonly faults = computed(() => {
    const figure = this.figure();
    const isEmpty = this.isTried() && figure.value === undefined && figure.missing === undefined;
    const faults = { ...(isEmpty && ({ value: 'entry.value-required' } as const)), ...this.said().faults };
    const unsaid = this.isTried() ? unsaidTexts(figure, this.corrects()) : undefined;
    return { ...faultTexts(faults, this.text(), this.typedBy()), reason: unsaid?.reason, provenanceNote: unsaid?.provenanceNote };
  });
  readonly chart = computed(() => draftChart(this.form(), this.value()));

  /** `saved`: the entry on the server, whose questions may have been answered. */
  constructor(
    private readonly form: Signal<EntryForm>,
    private readonly saved: Signal<EntryView | undefined>,
    private readonly language: Language,
  ) {}

  /** Takes over what was just typed. */
  type(change: Partial<EntryText>): void {
    this.isTyping.set(true);
    this.write(change);
  }

  /** A field was left, or a pause was made: now what was typed can be judged. */
  pause(): void {
    this.isTyping.set(false);
  }

  /** Takes over what was just typed or chosen. */
  write(change: Partial<EntryText>): void {
    this.text.update((text) => ({ ...text, ...change }));
  }

  answer(kind: QuestionKind, words: string): void {
    this.write({ answers: { ...this.text().answers, [kind]: words } });
  }

  faultOfAnswer(kind: QuestionKind): string | undefined {
    return faultText(this.isTried() && !this.text().answers[kind].trim() ? 'answer.required' : undefined);
  }

  /** Whether nothing is wrong and nothing asked is left unanswered. */
  isSound(): boolean {
    return !this.questions().some(({ kind }) => this.faultOfAnswer(kind)) && !Object.values(this.faults()).some(Boolean);
  }
}
