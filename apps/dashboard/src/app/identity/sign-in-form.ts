import { afterNextRender, Component, ElementRef, inject, Injector, input, output, signal } from '@angular/core';
import type { Credentials } from '@slusen/contracts';
import { Banner, FormField } from '@slusen/ui';
import { problemOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';

/** User name and password, and a code once it turns out that one is needed. Emits once someone is signed in. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Banner, FormField],
  template: `
    @if (problem()) {
      <ui-banner tone="problem" [live]="true"
        ><p>{{ problem() }}</p></ui-banner
      >
    }
    <form (submit)="signIn($event, { username: name.value.trim(), password: password.value })">
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
      @if (needsCode()) {
        <ui-form-field [label]="texts.code" [hint]="texts.codeHint" for="kod">
          <input
            class="input"
            id="kod"
            name="code"
            type="text"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="kod-hint"
            required
          />
        </ui-form-field>
      }
      <button class="button" type="submit" [disabled]="isBusy()">{{ texts.do }}</button>
    </form>
  `,
})
export class SignInForm {
  protected readonly texts = {
    do: $localize`:@@sign-in.do:Logga in`,
    code: $localize`:@@sign-in.code:Kod`,
    codeHint: $localize`:@@sign-in.code-hint:Sex siffror från appen i din telefon. Har du inte telefonen, skriv en av dina reservkoder.`,
  };
  /** Whose password is asked for; empty: anyone's. */
  readonly username = input('');
  readonly done = output();
  private readonly session = inject(Session);
  protected readonly nameLabel = $localize`:@@sign-in.username:Användarnamn`;
  protected readonly passwordLabel = $localize`:@@sign-in.password:Lösenord`;
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  /** The password was right, and belongs to somebody with a second factor. */
  protected readonly needsCode = signal(false);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected async signIn(event: Event, credentials: Credentials): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const code = this.codeField()?.value.trim();
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.session.signIn(code ? { ...credentials, code } : credentials);
      this.done.emit();
    } catch (error) {
      // The field that appears, with the focus in it, says what is missing; a second time words do.
      const isNews = problemOf(error)?.code === 'session.code-needed' && !this.needsCode();
      if (isNews) this.askForCode();
      else this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private askForCode(): void {
    this.needsCode.set(true);
    afterNextRender(() => this.codeField()?.focus(), { injector: this.injector });
  }

  private codeField(): HTMLInputElement | null {
    return this.element.querySelector('#kod');
  }
}
