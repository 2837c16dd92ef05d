import { Component, inject, input, output, signal } from '@angular/core';
import { Banner, Disclosure, FormField, TypedText } from '@slusen/ui';
import { ActorDeskApi } from '../data/actor-desk-api.js';
import { statusOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';

/** Adds a department where one is to be chosen that is not there yet, within another form, which is not left for it. */
@Component({
  selector: 'app-new-department',
  imports: [Banner, Disclosure, FormField, TypedText],
  template: `
    <div class="field">
      <ui-disclosure [summary]="texts.summary" [open]="open() || added() !== ''">
        @if (problem()) {
          <ui-banner tone="problem" [live]="true"
            ><p>{{ problem() }}</p></ui-banner
          >
        }
        @if (added(); as one) {
          <ui-banner tone="success" [live]="true"
            ><p>{{ texts.added(one) }}</p></ui-banner
          >
        }
        <ui-form-field [label]="texts.name" [fault]="fault()" [for]="for()">
          <input autocomplete="off" maxlength="200" [uiTypedText]="name()" (typed)="name.set($event)" (keydown.enter)="add($event)" />
        </ui-form-field>
        <button class="button secondary" type="button" [disabled]="isBusy()" (click)="add($event)">{{ texts.add }}</button>
      </ui-disclosure>
    </div>
  `,
})
export class NewDepartment {
  protected readonly texts = {
    summary: $localize`:@@new-department.summary:Förvaltningen finns inte i listan`,
    name: $localize`:@@new-department.name:Vad heter förvaltningen?`,
    add: $localize`:@@new-department.add:Lägg till förvaltningen`,
    missing: $localize`:@@new-department.missing:Skriv vad förvaltningen heter.`,
    added: (name: string) => $localize`:@@new-department.added:${name}:name: finns nu med och är vald.`,
  };
  /** The id of its field. */
  readonly for = input.required<string>();
  /** There is none to choose, so that it need not be asked for. */
  readonly open = input(false);
  /** The new one’s name in addresses. */
  readonly made = output<string>();
  private readonly api = inject(ActorDeskApi);
  protected readonly name = signal('');
  protected readonly fault = signal('');
  protected readonly problem = signal('');
  protected readonly added = signal('');
  protected readonly isBusy = signal(false);
  private key = crypto.randomUUID();

  protected async add(event: Event): Promise<void> {
    // Enter would send the form around it.
    event.preventDefault();
    const name = this.name().trim();
    this.fault.set(name ? '' : this.texts.missing);
    if (!name || this.isBusy()) return;
    this.problem.set('');
    this.isBusy.set(true);
    try {
      const { slug } = await this.api.add({ name: { sv: name }, kind: 'department' }, this.key);
      this.key = crypto.randomUUID();
      this.name.set('');
      this.added.set(name);
      this.made.emit(slug);
    } catch (error) {
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
