import { Component, inject, output, signal } from '@angular/core';
import { passwordFault } from '@slusen/domain';
import { Banner, FormField, TypedText } from '@slusen/ui';
import { problemOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';
import { SettingsApi } from '../data/settings-api.js';
import { faultText } from './setting-texts.js';

type Field = 'code' | 'name' | 'username' | 'password';

/** Makes the first administrator, who is signed in then. */
@Component({
  selector: 'app-first-administrator-form',
  imports: [Banner, FormField, TypedText],
  template: `
    <p>{{ texts.lead }}</p>
    @if (problem()) {
      <ui-banner tone="problem" [live]="true"
        ><p>{{ problem() }}</p></ui-banner
      >
    }
    <form (submit)="make($event)" novalidate>
      <ui-form-field [label]="texts.code" [hint]="texts.codeHint" [fault]="faults().code" for="engangskod">
        <input
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="60"
          [uiTypedText]="text('code')"
          (typed)="type('code', $event)"
        />
      </ui-form-field>
      <ui-form-field [label]="texts.name" [fault]="faults().name" for="namn">
        <input type="text" autocomplete="name" maxlength="120" [uiTypedText]="text('name')" (typed)="type('name', $event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.username" [hint]="texts.usernameHint" [fault]="faults().username" for="anvandarnamn">
        <input
          type="text"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          maxlength="60"
          [uiTypedText]="text('username')"
          (typed)="type('username', $event)"
        />
      </ui-form-field>
      <ui-form-field [label]="texts.password" [hint]="texts.passwordHint" [fault]="faults().password" for="losenord">
        <input
          type="password"
          autocomplete="new-password"
          maxlength="200"
          [uiTypedText]="text('password')"
          (typed)="type('password', $event)"
        />
      </ui-form-field>
      <button class="button" type="submit" [disabled]="isBusy()">{{ texts.make }}</button>
    </form>
  `,
})
export class FirstAdministratorForm {
  protected readonly texts = {
    lead: $localize`:@@set-up.first-lead:Administratören sköter inställningar och konton. Till att börja med får kontot också föra in strategin.`,
    code: $localize`:@@set-up.code:Engångskod`,
    codeHint: $localize`:@@set-up.code-hint:Skrevs ut när SLUSEN startade, i terminalen eller loggen. Den gäller en gång. Vid nästa start skrivs en ny ut.`,
    name: $localize`:@@set-up.name:Ditt namn`,
    username: $localize`:@@set-up.username:Användarnamn`,
    usernameHint: $localize`:@@set-up.username-hint:Det du loggar in med, till exempel eva.norrby.`,
    password: $localize`:@@set-up.password:Lösenord`,
    passwordHint: $localize`:@@set-up.password-hint:Minst tolv tecken. Några ord i följd är lättare att minnas än ett krångligt.`,
    make: $localize`:@@set-up.make:Skapa kontot och logga in`,
  };
  readonly done = output();
  private readonly api = inject(SettingsApi);
  private readonly session = inject(Session);
  private readonly typed = signal<Record<Field, string>>({ code: '', name: '', username: '', password: '' });
  protected readonly faults = signal<Partial<Record<Field, string>>>({});
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected text(field: Field): string {
    return this.typed()[field];
  }

  protected type(field: Field, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
    this.faults.update((faults) => ({ ...faults, [field]: undefined }));
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.problem.set('');
    if (!this.isFilledIn()) return;
    this.isBusy.set(true);
    try {
      const first = this.typed();
      await this.api.makeAdministrator(first);
      await this.session.signIn({ username: first.username.trim(), password: first.password });
      this.done.emit();
    } catch (error) {
      const errors = problemOf(error)?.errors ?? [];
      this.faults.set(Object.fromEntries(errors.map(({ path, message }) => [path, faultText(message)])));
      this.problem.set(problemText(error));
      // Somebody else was first: the page goes on with them.
      if (problemOf(error)?.code === 'set-up.has-administrator') this.done.emit();
    } finally {
      this.isBusy.set(false);
    }
  }

  private isFilledIn(): boolean {
    const typed = this.typed();
    const missing = (Object.keys(typed) as Field[]).filter((field) => typed[field].trim() === '');
    const short = passwordFault(typed.password);
    this.faults.set({
      ...(short ? { password: faultText(short) } : {}),
      ...Object.fromEntries(missing.map((field) => [field, faultText('required')])),
    });
    return missing.length === 0 && short === undefined;
  }
}
