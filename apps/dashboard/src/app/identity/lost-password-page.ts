import { Component, inject, signal } from '@angular/core';
import { Banner, FormField, TypedText } from '@slusen/ui';
import { problemOf } from '../data/api-problem.js';
import { PasswordLinksApi } from '../data/password-links-api.js';
import { problemText } from '../data/problem-texts.js';
import { PageHead } from '../shell/page-head.js';

/** Whoever lost a password asks for a link to choose another. The page says the same whether anybody has the address or not. */
@Component({
  selector: 'app-lost-password-page',
  imports: [Banner, FormField, TypedText],
  template: `
    <div class="prose">
      <h1>{{ texts.heading }}</h1>
      @if (problem()) {
        <ui-banner tone="problem" [live]="true"
          ><p>{{ problem() }}</p></ui-banner
        >
      }
      @if (asked(); as email) {
        <ui-banner tone="success" [live]="true"
          ><p>{{ texts.asked(email) }}</p></ui-banner
        >
        <p>{{ texts.nothing }}</p>
      } @else {
        <p>{{ texts.lead }}</p>
        <form (submit)="ask($event)" novalidate>
          <ui-form-field [label]="labels.email" [fault]="fault()" for="e-post">
            <input type="email" name="email" autocomplete="email" maxlength="254" [uiTypedText]="email()" (typed)="email.set($event)" />
          </ui-form-field>
          <button class="button" type="submit" [disabled]="isBusy()">{{ texts.do }}</button>
        </form>
      }
    </div>
  `,
})
export class LostPasswordPage {
  protected readonly texts = {
    heading: $localize`:@@lost.heading:Glömt lösenordet?`,
    lead: $localize`:@@lost.lead:Skriv din e-postadress, så skickar vi en länk där du väljer ett nytt lösenord.`,
    do: $localize`:@@lost.do:Skicka länken`,
    asked: (email: string) =>
      $localize`:@@lost.asked:Har ${email}:email: ett konto kommer det snart ett brev dit. Länken i brevet fungerar i två timmar.`,
    throttled: $localize`:@@lost.throttled:Många länkar har begärts. Vänta en kvart och försök igen.`,
    nothing: $localize`:@@lost.nothing:Kommer det inget brev? Titta i skräpposten, eller be en administratör i kommunen om hjälp.`,
  };
  protected readonly labels = { email: $localize`:@@lost.email:E-postadress` };
  private readonly api = inject(PasswordLinksApi);
  protected readonly email = signal('');
  protected readonly asked = signal('');
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  constructor() {
    inject(PageHead).set($localize`:@@lost.title:Glömt lösenordet`);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().trim();
    this.fault.set(
      /^\S+@\S+\.\S+$/.test(email) ? undefined : $localize`:@@lost.malformed:Skriv en hel e-postadress, till exempel namn@kommun.se.`,
    );
    if (this.fault() || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.api.askForReset(email);
      this.asked.set(email);
    } catch (error) {
      const isThrottled = problemOf(error)?.code === 'session.throttled';
      this.problem.set(isThrottled ? this.texts.throttled : problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
