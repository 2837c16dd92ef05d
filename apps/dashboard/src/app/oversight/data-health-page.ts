import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorHealth } from '@slusen/contracts';
import { DayPipe, EmptyState, LocalizedText } from '@slusen/ui';
import { OversightApi } from '../data/oversight-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

type Lack = 'overdue' | 'owner' | 'target' | 'untouched';

const LACKS: Readonly<Record<Lack, (one: IndicatorHealth) => boolean>> = {
  overdue: ({ overdue }) => overdue > 0,
  owner: ({ owner }) => owner === undefined,
  target: ({ hasTarget }) => !hasTarget,
  untouched: ({ isBegun }) => !isBegun,
};

/** How the data are: what is late, without anybody who answers for it, without target, never begun. */
@Component({
  selector: 'app-data-health-page',
  imports: [DayPipe, EmptyState, LocalizedText, PageState, RouterLink],
  template: `
    <h1>{{ texts.heading }}</h1>
    @if (health.hasValue()) {
      <p class="lead prose">{{ texts.lead(health.value().lacking.length, health.value().indicators) }}</p>
      @if (health.value().lacking.length) {
        <fieldset class="choices">
          <legend>{{ texts.show }}</legend>
          @for (choice of choices(); track choice.lack) {
            <label>
              <input type="radio" name="brist" [checked]="chosen() === choice.lack" (change)="chosen.set(choice.lack)" />
              {{ choice.name }} ({{ choice.count }})
            </label>
          }
        </fieldset>
        <ul class="plain-list ruled" aria-live="polite">
          @for (one of shown(); track one.indicator.slug) {
            <li>
              <span>
                <a [routerLink]="['/indikator', one.indicator.slug]" [uiText]="one.indicator.name"></a>
                @if (one.owner; as owner) {
                  <br />
                  <span class="small soft" [uiText]="owner"></span>
                }
              </span>
              <span>
                {{ lacking(one) }}
                @if (one.since; as since) {
                  <br />
                  <span class="small soft">{{ texts.since }} {{ since | day }}</span>
                }
              </span>
            </li>
          }
        </ul>
      } @else {
        <ui-empty-state i18n-heading="@@health.none" heading="Inget saknas" />
      }
    } @else {
      <app-page-state [of]="health" />
    }
  `,
})
export class DataHealthPage {
  protected readonly texts = {
    heading: $localize`:@@health.heading:Datahälsa`,
    lead: (lacking: number, all: number) => $localize`:@@health.lead:Något saknas för ${lacking}:lacking: av ${all}:all: indikatorer.`,
    show: $localize`:@@health.show:Visa`,
    since: $localize`:@@health.since:skulle ha kommit senast`,
  };
  private readonly words: Readonly<Record<Lack, string>> = {
    overdue: $localize`:@@health.overdue:Sen`,
    owner: $localize`:@@health.owner:Utan ansvarig`,
    target: $localize`:@@health.target:Utan målvärde`,
    untouched: $localize`:@@health.begun:Aldrig påbörjad`,
  };
  protected readonly health = inject(OversightApi).health();
  protected readonly chosen = signal<Lack | 'all'>('all');
  private readonly all = computed(() => (this.health.hasValue() ? this.health.value().lacking : []));
  protected readonly choices = computed(() => [
    { lack: 'all' as const, name: $localize`:@@health.all:Allt som saknas`, count: this.all().length },
    ...(Object.keys(LACKS) as Lack[]).map((lack) => ({ lack, name: this.words[lack], count: this.all().filter(LACKS[lack]).length })),
  ]);
  protected readonly shown = computed(() => {
    const lack = this.chosen();
    return lack === 'all' ? this.all() : this.all().filter(LACKS[lack]);
  });

  constructor() {
    inject(PageHead).set($localize`:@@health.title:Datahälsa`);
  }

  protected lacking(one: IndicatorHealth): string {
    const late = $localize`:@@health.late:Sena värden: ${one.overdue}:count:`;
    const lacks = (Object.keys(LACKS) as Lack[]).filter((lack) => LACKS[lack](one));
    return lacks.map((lack) => (lack === 'overdue' ? late : this.words[lack])).join(' · ');
  }
}
