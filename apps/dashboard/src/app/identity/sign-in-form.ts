import { Component, inject, input, output, signal } from '@angular/core';
import { Banner, FormField } from '@slusen/ui';
import { problemText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';

/** User name and password. Emits once someone is signed in. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Banner, FormField],
  template: `
    @if (problem()) {
      <ui-banner tone="problem" [live]="true"
        ><p>{{ problem() }}</p></ui-banner
      >
    }
    <form (submit)="signIn($event, name.value, password.value)">
      <ui-form-field [label]="nameLabel" for="anvandarnamn">
        <input
          #name
          class="input"
          id="anvandarnamn"
          name="username"
          type="text"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          [value]="username()"
          [readOnly]="username() !== ''"
        />
      </ui-form-field>
      <ui-form-field [label]="passwordLabel" for="losenord">
        <input #password class="input" id="losenord" name="password" type="password" autocomplete="current-password" required />
      </ui-form-field>
      <button class="button" type="submit" [disabled]="isBusy()">{{ texts.do }}</button>
    </form>
  `,
})
export class SignInForm {
  protected readonly texts = {
    do: $localize`:@@sign-in.do:Logga in`,
  };
  /** Whose password is asked for; empty: anyone's. */
  readonly username = input('');
  readonly done = output();
  private readonly session = inject(Session);
  protected readonly nameLabel = $localize`:@@sign-in.username:Användarnamn`;
  protected readonly passwordLabel = $localize`:@@sign-in.password:Lösenord`;
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async signIn(event: Event, username: string, password: string): Promise<void> {
    event.preventDefault();
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.session.signIn({ username: username.trim(), password });
      this.done.emit();
    } catch (error) {
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
