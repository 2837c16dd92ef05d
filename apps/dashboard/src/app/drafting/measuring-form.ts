import { Component, computed, input, output } from '@angular/core';
import type { DraftMeasuring, StrategyDraft } from '@slusen/contracts';
import {
  decimalsOf,
  formatNumber,
  MEASURES,
  parsePeriod,
  PATHS,
  periodCode,
  periodLabel,
  readPeriod,
  readTyped,
  textIn,
} from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { kindWords, measureWords, pathWords } from './measuring-words.js';
import { TargetTrialView } from './target-trial.js';
import { TypedField } from './typed-field.js';

/** An indicator that can measure a goal, by the name it has on the page. */
export type IndicatorChoice = StrategyDraft['choices']['indicators'][number] & { readonly text: string };

const KINDS = ['none', 'point', 'band'] as const;
/** How a period is written, by how often the indicator is measured. */
const EXAMPLES: Readonly<Record<IndicatorChoice['cadence'], string>> = {
  ...{ month: '2025-M11', quarter: '2025-Q3', tertial: '2025-T2', 'half-year': '2025-H1', year: '2025', irregular: '2025' },
};
type Point = NonNullable<DraftMeasuring['baseline']>;

/** How one indicator measures the goal: without a target, against a path to a value, or within an interval. */
@Component({
  selector: 'app-measuring-form',
  imports: [FormField, TargetTrialView, TypedField, TypedText],
  templateUrl: './measuring-form.html',
})
export class MeasuringForm {
  protected readonly texts = {
    indicator: $localize`:@@measuring.indicator:Indikator`,
    kind: $localize`:@@measuring.kind:Målvärde`,
    measure: $localize`:@@measuring.measure:Vad jämförs?`,
    path: $localize`:@@measuring.path:Hur ska vägen dit se ut?`,
    tolerance: $localize`:@@measuring.tolerance:Hur långt ifrån är ändå nära?`,
    toleranceHint: (unit: string) =>
      $localize`:@@measuring.tolerance-hint:Ett antal i målvärdets enhet, ${unit}:unit:. Ligger utfallet högst så långt från målbanan är målet ”nära”. Skriv 0 om inget är nära nog.`,
    example: (period: string) => $localize`:@@measuring.period-example:Till exempel ${period}:period:`,
    decision: $localize`:@@measuring.decision:Beslut`,
    decisionHint: $localize`:@@measuring.decision-hint:Lämna tomt om målvärdet beslutas med strategin.`,
    baselinePeriod: $localize`:@@measuring.baseline-period:Utgångsperiod`,
    baselineValue: $localize`:@@measuring.baseline-value:Utgångsvärde`,
    finalPeriod: $localize`:@@measuring.final-period:Slutperiod`,
    finalValue: $localize`:@@measuring.final-value:Målvärde`,
    milestonePeriod: $localize`:@@measuring.milestone-period:Delmålets period`,
    milestoneValue: $localize`:@@measuring.milestone-value:Delmålets värde`,
    addMilestone: $localize`:@@measuring.add-milestone:Lägg till ett delmål`,
    removeMilestone: $localize`:@@measuring.remove-milestone:Ta bort delmålet`,
    low: $localize`:@@measuring.low:Lägst`,
    high: $localize`:@@measuring.high:Högst`,
    remove: $localize`:@@measuring.remove:Ta bort indikatorn från målet`,
  };
  protected readonly kinds = KINDS.map((kind) => ({ kind, word: kindWords()[kind] }));
  protected readonly measures = MEASURES.map((measure) => ({ measure, word: measureWords()[measure] }));
  protected readonly paths = PATHS.map((path) => ({ path, word: pathWords()[path] }));
  readonly name = input.required<string>();
  readonly measuring = input.required<DraftMeasuring>();
  readonly indicators = input.required<readonly IndicatorChoice[]>();
  readonly isLocked = input(false);
  /** The indicator is given, and the decision is said elsewhere. */
  readonly isFixed = input(false);
  readonly written = output<DraftMeasuring>();
  readonly removed = output();
  private readonly language = injectLanguage();
  protected readonly indicator = computed(() => this.indicators().find(({ slug }) => slug === this.measuring().indicator));

  protected readonly toleranceHint = computed(() => {
    const unit = this.indicator()?.unit;
    return this.texts.toleranceHint(unit ? textIn(unit, this.language).text : '');
  });
  protected readonly periodHint = computed(() => this.texts.example(EXAMPLES[this.indicator()?.cadence ?? 'year']));

  protected readonly writeNumber = (value: number): string => formatNumber(value, { decimals: decimalsOf(value), language: this.language });
  protected readonly readNumber = (text: string): number => readTyped(text, { language: this.language, unit: this.indicator()?.unit });
  protected readonly writePeriod = (code: string): string => periodLabel(parsePeriod(code), this.language);
  protected readonly readPeriod = (text: string): string => periodCode(readPeriod(text));

  protected write(change: { readonly [Key in keyof DraftMeasuring]?: DraftMeasuring[Key] | undefined }): void {
    const next = Object.entries({ ...this.measuring(), ...change }).filter(([, value]) => value !== undefined);
    this.written.emit(Object.fromEntries(next) as unknown as DraftMeasuring);
  }

  protected writeEnd(end: 'baseline' | 'final', change: { readonly [Key in keyof Point]?: Point[Key] | undefined }): void {
    this.write({ [end]: said({ ...this.measuring()[end], ...change }) });
  }

  protected writeMilestone(at: number, change: { readonly [Key in keyof Point]?: Point[Key] | undefined }): void {
    this.write({ milestones: this.measuring().milestones.map((one, i) => (i === at ? said({ ...one, ...change }) : one)) });
  }

  protected addMilestone(): void {
    this.write({ milestones: [...this.measuring().milestones, {}] });
  }

  protected removeMilestone(at: number): void {
    this.write({ milestones: this.measuring().milestones.toSpliced(at, 1) });
  }
}

/** Without the fields that have no value. */
function said(point: { readonly [Key in keyof Point]?: Point[Key] | undefined }): Point {
  const { period, value } = point;
  return { ...(period !== undefined && { period }), ...(value !== undefined && { value }) };
}
