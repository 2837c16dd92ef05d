import { computed, type Signal } from '@angular/core';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { calculationText, formatInFull, isShare, reasonNeededFor, unitWord, type Language, type QuestionKind } from '@slusen/domain';
import { draftChart } from './draft-chart.js';
import { hasSurvey, surveyHints } from './earlier-survey.js';
import { shareFaults } from './entry-share.js';
import { saidInPauses, type Judgement } from './entry-judgement.js';
import { readEntry, type EntryText } from './entry-text.js';
import { faultText, faultTexts, partFaultTexts, unsaidTexts } from './field-labels.js';
import { lackingParts, peopleFaults } from './part-text.js';
import { questionsOf } from './plausibility-questions.js';

/** What is read: the words that stand in a form, and what they are read beside. */
export interface Read {
  readonly form: Signal<EntryForm>;
  readonly text: Signal<EntryText>;
  readonly saved: Signal<EntryView | undefined>;
  /** Someone is typing: nothing new is said of it yet. */
  readonly isBusy: Signal<boolean>;
  /** Someone has pressed "submit": now what is missing is said as well. */
  readonly isTried: Signal<boolean>;
  readonly language: Language;
}

/** How the words of a form are understood, and all that is said of them: what is wrong, what is asked, what they become. */
export class EntryReading {
  private readonly read: Read;
  private readonly said: Signal<Judgement>;

  constructor(read: Read) {
    this.read = read;
    this.said = saidInPauses(this.judgement, read.isBusy);
  }

  private readonly typedBy = computed(() => ({ language: this.read.language, unit: this.read.form().indicator.unit }));
  private readonly reading = computed(() => {
    const { figure, faults } = readEntry(this.read.text(), this.typedBy());
    return { figure, faults: { ...shareFaults(figure, this.read.form()), ...peopleFaults(figure, this.read.form()), ...faults } };
  });
  /** Its values are shares, which can say what they are shares of. */
  readonly isShare = computed(() => isShare(this.read.form().indicator.unit));
  readonly figure = computed(() => this.reading().figure);
  /** Something cannot be understood: nothing is saved until it is mended. */
  readonly hasFault = computed(() => Object.keys(this.reading().faults).length > 0);
  /** Why it needs a reason: what was approved before is said otherwise, and not only made final, or its round is locked. */
  readonly reasonNeed = computed(() => {
    const { replaces, isLocked } = this.read.form();
    return reasonNeededFor(this.figure(), { replaces, locked: isLocked });
  });
  private readonly judgement = computed<Judgement>(() => {
    const { form, text, saved, language } = this.read;
    const entered = { ...this.figure(), quality: text().quality };
    return { faults: this.reading().faults, questions: questionsOf(form(), entered, { saved: saved(), language }) };
  });
  readonly questions = computed(() => this.said().questions);
  readonly isFaultSaid = computed(() => Object.keys(this.said().faults).length > 0);
  readonly faults = computed(() => {
    const { text, isTried } = this.read;
    const { value, missing } = this.figure();
    const isEmpty = isTried() && value === undefined && missing === undefined;
    const faults = { ...(isEmpty && ({ value: 'entry.value-required' } as const)), ...this.said().faults };
    const unsaid = isTried() ? unsaidTexts(this.figure(), this.reasonNeed()) : undefined;
    return { ...faultTexts(faults, text(), this.typedBy()), reason: unsaid?.reason, provenanceNote: unsaid?.provenanceNote };
  });
  /** What is wrong with parts, by their keys. */
  readonly partFaults = computed(() => {
    const lacking = this.read.isTried() ? lackingParts(this.figure(), this.read.form()) : {};
    return partFaultTexts({ ...lacking, ...this.said().faults }, this.read.text(), this.typedBy());
  });
  /** What is wrong is said somewhere in the form. */
  readonly isFaulty = computed(
    () =>
      this.questions().some(({ kind }) => this.faultOfAnswer(kind)) ||
      this.partFaults().size > 0 ||
      Object.values(this.faults()).some(Boolean),
  );
  /** The unit of the number, beside its field. */
  readonly unit = computed(() => unitWord(this.read.form().indicator.unit, this.read.language));
  /** How the typed number was understood, said back with its unit and with what will be shown of it. */
  readonly readBack = computed(() => {
    const { value, calculation } = this.figure();
    const { unit, decimals } = this.read.form().indicator;
    if (value === undefined) return '';
    const { language } = this.read;
    const sum = calculation === undefined ? '' : `${calculationText(calculation, language)} → `;
    return sum + formatInFull(value, unit, { decimals, language });
  });
  readonly chart = computed(() => draftChart(this.read.form(), this.figure().value, this.read.language));
  /** It stays invented, whatever is entered: how it came about is no choice. */
  readonly isInvented = computed(() => {
    const { indicator, replaces } = this.read.form();
    return indicator.isExample || replaces?.provenance === 'example';
  });
  readonly hasSurvey = computed(() => hasSurvey(this.read.form()));
  readonly hints = computed(() => surveyHints(this.read.form(), this.read.language));

  faultOfAnswer(kind: QuestionKind): string | undefined {
    return faultText(this.read.isTried() && !this.read.text().answers[kind].trim() ? 'answer.required' : undefined);
  }
}
