import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { RoundList } from '@slusen/contracts';
import {
  cadenceWord,
  parsePeriod,
  partsPerYear,
  periodCode,
  periodContaining,
  periodEnd,
  periodLabel,
  previousPeriod,
  ROUND_CADENCES,
  roundByRule,
  roundName,
  upperFirst,
  USUAL_ROUND_RULE,
  type PeriodCadence,
} from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import type { Attempt } from '../data/attempt.js';
import { RoundsApi } from '../data/rounds-api.js';
import { daysOf, saidIn, type RoundDays } from './round-days.js';
import { RoundDaysFields } from './round-days-fields.js';

/** Opens a round by hand: of which period, with days proposed by the rule of its cadence, or by what is usual. */
@Component({
  selector: 'app-round-opening',
  imports: [RoundDaysFields],
  template: `
    <section class="section" aria-labelledby="ny-omgang">
      <h2 id="ny-omgang">{{ texts.heading }}</h2>
      <form (submit)="open($event, fields)" novalidate>
        <div class="fields-in-row">
          <div class="field">
            <label for="takt">{{ texts.cadence }}</label>
            <select class="input" id="takt" #often (change)="follow(often.selectedIndex)">
              @for (one of cadences; track one.cadence) {
                <option [value]="one.cadence" [selected]="one.cadence === chosen().cadence">{{ one.word }}</option>
              }
            </select>
          </div>
          <div class="field">
            <label for="ar">{{ texts.year }}</label>
            <select class="input" id="ar" #year (change)="choose({ year: +year.value })">
              @for (one of years(); track one) {
                <option [value]="one" [selected]="one === chosen().year">{{ one }}</option>
              }
            </select>
          </div>
          @if (parts().length > 1) {
            <div class="field">
              <label for="del">{{ texts.part }}</label>
              <select class="input" id="del" #part (change)="choose({ part: part.selectedIndex + 1 })">
                @for (one of parts(); track one.part) {
                  <option [value]="one.part" [selected]="one.part === chosen().part">{{ one.word }}</option>
                }
              </select>
            </div>
          }
        </div>
        <app-round-days-fields #fields [period]="period()" [(days)]="days" />
        <button class="button" type="submit" [disabled]="attempt().isBusy()">{{ texts.open(name()) }}</button>
      </form>
    </section>
  `,
})
export class RoundOpening {
  protected readonly texts = {
    heading: $localize`:@@round-opening.heading:Ny omgång`,
    cadence: $localize`:@@round-opening.cadence:Hur ofta`,
    year: $localize`:@@round-opening.year:År`,
    part: $localize`:@@round-opening.part:Period`,
    open: (name: string) => $localize`:@@round-opening.open:Lägg upp ${name}:name:`,
    done: (name: string) => $localize`:@@round-opening.done:${name}:name: finns nu.`,
  };
  readonly list = input.required<RoundList>();
  readonly attempt = input.required<Attempt>();
  readonly changed = output();
  private readonly api = inject(RoundsApi);
  private readonly language = injectLanguage();
  protected readonly cadences = ROUND_CADENCES.map((cadence) => ({ cadence, word: upperFirst(cadenceWord(cadence, this.language)) }));
  private readonly today = computed(() => this.list().today);
  protected readonly years = computed(() => {
    const year = Number(this.today().slice(0, 4));
    return [year - 1, year, year + 1];
  });
  private readonly cadence = signal<PeriodCadence>('quarter');
  /** First the period that ended last. */
  protected readonly chosen = linkedSignal(() => previousPeriod(periodContaining(this.today(), this.cadence())));
  protected readonly parts = computed(() => {
    const { cadence, year } = this.chosen();
    const parts = Array.from({ length: partsPerYear(cadence) }, (_, at) => at + 1);
    return parts.map((part) => ({ part, word: upperFirst(periodLabel({ cadence, year, part }, this.language)) }));
  });
  protected readonly period = computed(() => periodCode(this.chosen()));
  protected readonly name = computed(() => roundName(this.period(), this.language));
  protected readonly days = linkedSignal<string, RoundDays>({
    source: this.period,
    computation: (period) => {
      const { cadence } = parsePeriod(period);
      const rule = this.list().rules.find((one) => one.cadence === cadence) ?? { cadence, ...USUAL_ROUND_RULE };
      return daysOf(roundByRule(rule, period, periodEnd(parsePeriod(period))));
    },
  });

  protected follow(index: number): void {
    this.cadence.set(ROUND_CADENCES[index] ?? 'quarter');
  }

  protected choose(change: { readonly year?: number; readonly part?: number }): void {
    this.chosen.update((period) => ({ ...period, ...change }));
  }

  protected async open(event: Event, fields: RoundDaysFields): Promise<void> {
    event.preventDefault();
    if (!fields.check()) return;
    const [attempt, period, name] = [this.attempt(), this.period(), this.name()];
    await attempt.make(async () => {
      await this.api.open({ period, ...saidIn(this.days()) }, attempt.key);
      this.changed.emit();
      return this.texts.done(name);
    });
  }
}
