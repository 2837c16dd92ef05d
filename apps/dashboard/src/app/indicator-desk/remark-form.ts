import { Component, input, output, signal } from '@angular/core';
import { FormField, TypedText } from '@slusen/ui';

/** What somebody wrote of a period, and why it is said otherwise than before, where it is. */
export interface Remark {
  readonly period: string;
  readonly text: { readonly sv: string; readonly en?: string };
  readonly reason: string;
}

/** Asks for a period and a text, in English too where somebody writes it. */
@Component({
  selector: 'app-remark-form',
  imports: [FormField, TypedText],
  template: `
    <form (submit)="write($event)" novalidate>
      <div class="side-by-side">
        <ui-form-field [label]="periodLabel()" [hint]="labels.periodHint" [fault]="faultOf(period())" [for]="name() + '-period'">
          <input autocomplete="off" maxlength="12" [uiTypedText]="period()" (typed)="period.set($event)" />
        </ui-form-field>
        <ui-form-field [label]="labels.reason" [hint]="labels.reasonHint" [for]="name() + '-skal'">
          <input autocomplete="off" maxlength="1000" [uiTypedText]="reason()" (typed)="reason.set($event)" />
        </ui-form-field>
      </div>
      <div class="side-by-side">
        <ui-form-field [label]="labels.sv" [fault]="faultOf(sv())" [for]="name() + '-sv'">
          <textarea rows="2" maxlength="1000" [uiTypedText]="sv()" (typed)="sv.set($event)"></textarea>
        </ui-form-field>
        <ui-form-field [label]="labels.en" [hint]="labels.enHint" [for]="name() + '-en'">
          <textarea rows="2" maxlength="1000" [uiTypedText]="en()" (typed)="en.set($event)"></textarea>
        </ui-form-field>
      </div>
      <button class="button secondary" type="submit" [disabled]="isBusy()">{{ action() }}</button>
    </form>
  `,
})
export class RemarkForm {
  protected readonly labels = {
    periodHint: $localize`:@@remark.period-hint:Till exempel 2025, 2025-Q3 eller 2025-M09`,
    sv: $localize`:@@remark.sv:Text på svenska`,
    en: $localize`:@@remark.en:Text på engelska`,
    enHint: $localize`:@@remark.en-hint:Får vara tomt: då visas den svenska.`,
    reason: $localize`:@@remark.reason:Skäl`,
    reasonHint: $localize`:@@remark.reason-hint:Behövs om något redan står om perioden.`,
  };
  /** What the ids of its fields begin with. */
  readonly name = input.required<string>();
  readonly periodLabel = input.required<string>();
  readonly action = input.required<string>();
  readonly isBusy = input(false);
  readonly written = output<Remark>();
  protected readonly period = signal('');
  protected readonly sv = signal('');
  protected readonly en = signal('');
  protected readonly reason = signal('');
  private readonly isTried = signal(false);

  protected faultOf(text: string): string | undefined {
    return this.isTried() && text.trim() === '' ? $localize`:@@remark.empty:Skriv något här.` : undefined;
  }

  protected write(event: Event): void {
    event.preventDefault();
    const [period, sv, en] = [this.period().trim(), this.sv().trim(), this.en().trim()];
    this.isTried.set(true);
    if (!period || !sv) return;
    this.written.emit({ period, text: { sv, ...(en ? { en } : {}) }, reason: this.reason().trim() });
  }
}
