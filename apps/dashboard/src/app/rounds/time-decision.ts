import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { TaskAnswerView } from '@slusen/contracts';
import { dateLabel, type TIME_DECISIONS } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { EntriesApi } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';

/** A request for more time, which a strategist grants, until that day or another, or declines. */
@Component({
  selector: 'app-time-decision',
  imports: [FormField, TypedText],
  template: `
    <form (submit)="decide('granted', $event)" novalidate>
      <p>
        {{ asks() }}
        @if (request().reason; as reason) {
          <q lang="sv">{{ reason }}</q>
        }
      </p>
      <ui-form-field [label]="texts.day" [fault]="fault()" [for]="'ny-sista-dag-' + request().id">
        <input type="date" [uiTypedText]="until()" (typed)="until.set($event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.reason" [for]="'besked-' + request().id">
        <input maxlength="1000" autocomplete="off" [uiTypedText]="reason()" (typed)="reason.set($event)" />
      </ui-form-field>
      <div class="row">
        <button class="button" type="submit" [disabled]="isBusy()">{{ texts.grant }}</button>
        <button class="button secondary" type="button" [disabled]="isBusy()" (click)="decide('declined')">{{ texts.decline }}</button>
      </div>
    </form>
  `,
})
export class TimeDecisionForm {
  readonly request = input.required<TaskAnswerView>();
  readonly decided = output<TaskAnswerView>();
  protected readonly texts = {
    day: $localize`:@@time-decision.day:Sista dag`,
    reason: $localize`:@@time-decision.reason:Besked till den som rapporterar`,
    grant: $localize`:@@time-decision.grant:Ge mer tid`,
    decline: $localize`:@@time-decision.decline:Ge inte mer tid`,
  };
  private readonly api = inject(EntriesApi);
  private readonly language = injectLanguage();
  protected readonly until = linkedSignal(() => this.request().until ?? '');
  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly fault = signal('');
  private key = crypto.randomUUID();
  protected readonly asks = computed(() => {
    const { by: name, until = '' } = this.request();
    const day = dateLabel(until, this.language);
    return $localize`:@@time-decision.asks:${name}:name: ber om mer tid till den ${day}:day:.`;
  });

  protected async decide(kind: (typeof TIME_DECISIONS)[number], event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.fault.set('');
    const reason = this.reason().trim();
    const until = kind === 'granted' && this.until() ? { until: this.until() } : {};
    try {
      this.decided.emit(await this.api.decide(this.request().id, { kind, ...until, ...(reason ? { reason } : {}) }, this.key));
      this.key = crypto.randomUUID();
    } catch (error) {
      this.fault.set(problemText(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}
