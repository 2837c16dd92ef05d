import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GivenRole, Person } from '@slusen/contracts';
import { FormField, TypedText } from '@slusen/ui';
import { MailsApi } from '../data/mails-api.js';
import { PeopleApi } from '../data/people-api.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { LinkToHandOver } from './link-to-hand-over.js';
import { RolesEditor } from './roles-editor.js';

/** Invites somebody by mail. */
@Component({
  selector: 'app-invite-form',
  imports: [AttemptNotice, FormField, LinkToHandOver, RolesEditor, RouterLink, TypedText],
  template: `
    <app-attempt-notice [of]="attempt"
      ><a routerLink="/administration/post">{{ texts.mails }}</a></app-attempt-notice
    >
    @if (link(); as kept) {
      <p>{{ texts.byHand }}</p>
      <app-link-to-hand-over [link]="kept" />
    }
    <form (submit)="invite($event)" novalidate>
      <ui-form-field [label]="labels.name" [fault]="nameFault()" for="ny-namn">
        <input autocomplete="off" maxlength="120" [uiTypedText]="name()" (typed)="name.set($event)" />
      </ui-form-field>
      <ui-form-field [label]="labels.email" [hint]="labels.emailHint" [fault]="emailFault()" for="ny-epost">
        <input type="email" autocomplete="off" maxlength="254" [uiTypedText]="email()" (typed)="email.set($event)" />
      </ui-form-field>
      <app-roles-editor name="ny" [(roles)]="roles" />
      <button class="button" type="submit" [disabled]="attempt.isBusy()">{{ texts.do }}</button>
    </form>
  `,
})
export class InviteForm {
  protected readonly texts = {
    do: $localize`:@@invite.do:Bjud in`,
    mails: $localize`:@@invite.mails:Se brevet under Utgående post.`,
    byHand: $localize`:@@invite.by-hand:Ingen e-postserver är inställd. Lämna över länken på ett säkert sätt: den släpper in den som har den.`,
    done: (name: string) => $localize`:@@invite.done:${name}:name: är inbjuden. Länken gäller i sju dagar.`,
  };
  protected readonly labels = {
    name: $localize`:@@invite.name:Namn`,
    email: $localize`:@@invite.email:E-postadress`,
    emailHint: $localize`:@@invite.email-hint:Dit går inbjudan, och med den loggar personen in.`,
  };
  /** What whoever leads here asks for. */
  readonly proposed = input<readonly GivenRole[]>([]);
  readonly invited = output<Person>();
  private readonly api = inject(PeopleApi);
  private readonly mails = inject(MailsApi);
  private readonly focusOnFault = injectFocusOnFault();
  protected readonly attempt = new Attempt();
  /** Of whoever was just invited, where no mail server sends it. */
  protected readonly link = signal<string | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly roles = linkedSignal<readonly GivenRole[]>(() => this.proposed());
  private readonly isTried = signal(false);
  protected readonly nameFault = computed(() =>
    this.isTried() && !this.name().trim() ? $localize`:@@invite.name-missing:Skriv personens namn.` : undefined,
  );
  protected readonly emailFault = computed(() =>
    this.isTried() && !/^\S+@\S+\.\S+$/.test(this.email().trim())
      ? $localize`:@@invite.email-malformed:Skriv en hel e-postadress, till exempel namn@kommun.se.`
      : undefined,
  );

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.nameFault() || this.emailFault()) return this.focusOnFault();
    this.link.set(undefined);
    await this.attempt.make(async () => {
      const person = await this.api.invite(
        { name: this.name().trim(), email: this.email().trim(), roles: [...this.roles()] },
        this.attempt.key,
      );
      this.clear();
      this.invited.emit(person);
      this.link.set(await this.mails.keptLink(person).catch(() => undefined));
      return this.texts.done(person.name);
    });
  }

  private clear(): void {
    this.isTried.set(false);
    this.name.set('');
    this.email.set('');
    this.roles.set([]);
  }
}
