import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueItem } from '@slusen/contracts';
import { Banner, LocalizedText, PeriodPipe } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { EntriesApi } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { sharedReviewTexts } from './review-texts.js';

/** One that was not approved, and why. */
interface Refused {
  readonly item: QueueItem;
  readonly why: string;
}

type Stage = 'choosing' | 'asking' | 'running' | 'done';

/**
 * Approves those that were chosen among the shown, one by one: each in the version that was shown, each a record of its own. What has changed
 * meanwhile, or is refused, is named with the reason and stops none of the others.
 */
@Component({
  selector: 'app-many-approval',
  imports: [Banner, LocalizedText, PeriodPipe, RouterLink],
  template: `
    <section class="many-approval section" tabindex="-1" aria-labelledby="godkann-flera">
      <h2 class="h3" id="godkann-flera">{{ texts.heading }}</h2>
      @switch (stage()) {
        @case ('running') {
          <p role="status">{{ texts.progress(gone(), wanted().length) }}</p>
          <progress [value]="gone()" [max]="wanted().length" [attr.aria-label]="texts.heading"></progress>
        }
        @case ('asking') {
          <p>{{ effect() }}</p>
          <p>{{ texts.noUndo }}</p>
          <div class="row">
            <button class="button" type="button" (click)="run()">{{ texts.approve(chosen().length) }}</button>
            <button class="button secondary" type="button" (click)="stage.set('choosing')">{{ texts.cancel }}</button>
          </div>
        }
        @default {
          @if (stage() === 'done') {
            @if (approved()) {
              <ui-banner tone="success" [live]="true"
                ><p>{{ texts.approved(approved()) }}</p></ui-banner
              >
            }
            @if (refused().length) {
              <ui-banner tone="problem" [live]="true">
                <p>{{ texts.refused(refused().length) }}</p>
                <ul>
                  @for (one of refused(); track one.item.id) {
                    <li>
                      <a [routerLink]="['/granskning', one.item.id]"
                        ><span [uiText]="one.item.indicator.name"></span>, {{ one.item.period | period: one.item }}</a
                      >: {{ one.why }}
                    </li>
                  }
                </ul>
              </ui-banner>
            }
          }
          @if (items().length) {
            <p class="small soft">{{ texts.info }}</p>
            <div class="row">
              <button class="button secondary" type="button" (click)="chooseAll.emit(!isAll())">
                {{ isAll() ? texts.none : texts.all(items().length) }}
              </button>
              <button class="button" type="button" [disabled]="chosen().length === 0" (click)="stage.set('asking')">
                {{ texts.ask(chosen().length) }}
              </button>
            </div>
          }
        }
      }
    </section>
  `,
})
export class ManyApproval {
  protected readonly texts = {
    ...sharedReviewTexts(),
    heading: $localize`:@@many.heading:Godkänn flera`,
    info: $localize`:@@many.info:Välj bland dem som visas här. Det som har ändrats sedan du läste det godkänns inte.`,
    all: (count: number) => $localize`:@@many.all:Välj alla som visas (${count}:count:)`,
    none: $localize`:@@many.none:Välj ingen`,
    ask: (count: number) => $localize`:@@many.ask:Godkänn valda (${count}:count:) …`,
    approve: (count: number) =>
      count === 1 ? $localize`:@@many.approve-one:Godkänn ett värde` : $localize`:@@many.approve:Godkänn ${count}:count: värden`,
    cancel: $localize`:@@many.cancel:Avbryt`,
    progress: (gone: number, all: number) => $localize`:@@many.progress:${gone}:gone: av ${all}:all: är klara …`,
    approved: (count: number) =>
      count === 1 ? $localize`:@@many.approved-one:Ett värde är godkänt.` : $localize`:@@many.approved:${count}:count: värden är godkända.`,
    refused: (count: number) =>
      count === 1
        ? $localize`:@@many.refused-one:Ett värde godkändes inte. Öppna det för att se varför:`
        : $localize`:@@many.refused:${count}:count: värden godkändes inte. Öppna dem för att se varför:`,
    atOnce: (count: number) =>
      count === 1
        ? $localize`:@@many.at-once-one:Ett värde publiceras på de öppna sidorna med detsamma.`
        : $localize`:@@many.at-once:${count}:count: värden publiceras på de öppna sidorna med detsamma.`,
    later: (count: number) =>
      count === 1
        ? $localize`:@@many.later-one:Ett värde publiceras när tiden för dess omgång är inne.`
        : $localize`:@@many.later:${count}:count: värden publiceras när tiden för deras omgångar är inne.`,
  };
  /** Those that are shown and can be approved. */
  readonly items = input.required<readonly QueueItem[]>();
  readonly chosen = input.required<readonly QueueItem[]>();
  readonly chooseAll = output<boolean>();
  readonly begun = output();
  /** Something was approved, or found to be otherwise than it was shown. */
  readonly finished = output();
  private readonly api = inject(EntriesApi);
  protected readonly stage = signal<Stage>('choosing');
  protected readonly wanted = signal<readonly QueueItem[]>([]);
  protected readonly gone = signal(0);
  protected readonly refused = signal<readonly Refused[]>([]);
  protected readonly approved = computed(() => this.gone() - this.refused().length);
  protected readonly isAll = computed(() => this.items().length > 0 && this.chosen().length === this.items().length);
  /** Before it is done: what is public at once and what waits. */
  protected readonly effect = computed(() => {
    const later = this.chosen().filter(({ publicFrom }) => publicFrom !== undefined).length;
    const atOnce = this.chosen().length - later;
    return [...(atOnce ? [this.texts.atOnce(atOnce)] : []), ...(later ? [this.texts.later(later)] : [])].join(' ');
  });
  /** Without an answer the step may have been taken: the same key asks for the same thing again. */
  private readonly keys = new Map<string, string>();

  constructor() {
    focusWhenChanged('.many-approval', () => this.stage());
  }

  protected async run(): Promise<void> {
    this.wanted.set(this.chosen());
    this.gone.set(0);
    this.refused.set([]);
    this.stage.set('running');
    this.begun.emit();
    for (const item of this.wanted()) {
      await this.approve(item);
      this.gone.update((count) => count + 1);
    }
    this.stage.set('done');
    this.finished.emit();
  }

  private async approve(item: QueueItem): Promise<void> {
    const asked = `${item.id}/${item.version}`;
    const key = this.keys.get(asked) ?? crypto.randomUUID();
    this.keys.set(asked, key);
    try {
      await this.api.step(item, { action: 'approve' }, key);
    } catch (error) {
      if (statusOf(error) !== 0) this.keys.delete(asked);
      this.refused.update((others) => [...others, { item, why: problemText(error) }]);
    }
  }
}
