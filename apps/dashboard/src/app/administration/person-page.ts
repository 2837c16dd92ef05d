import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GivenRole, HeldRole, Person } from '@slusen/contracts';
import { accountRoleWord, personName, personStateWord } from '@slusen/domain';
import { Banner, injectWord, MomentPipe } from '@slusen/ui';
import { PeopleApi } from '../data/people-api.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { askedRole } from './asked-role.js';
import { emailText } from './email-text.js';
import { Leaver } from './leaver.js';
import { PersonDeputies } from './person-deputies.js';
import { PersonHandOver } from './person-hand-over.js';
import { PersonSessions } from './person-sessions.js';
import { RoleProposals } from './role-proposals.js';
import { givenOf } from './role-text.js';
import { RolesEditor } from './roles-editor.js';

/** One person: what they may do, whether they may come in, and where they are signed in. */
@Component({
  selector: 'app-person-page',
  imports: [
    AttemptNotice,
    Banner,
    Leaver,
    MomentPipe,
    PageState,
    PersonDeputies,
    PersonHandOver,
    PersonSessions,
    RoleProposals,
    RolesEditor,
    RouterLink,
  ],
  templateUrl: './person-page.html',
})
export class PersonPage {
  protected readonly texts = {
    back: $localize`:@@person.back:Personer`,
    username: $localize`:@@person.username:Användarnamn`,
    email: $localize`:@@person.email:E-postadress`,
    state: $localize`:@@person.state:Läge`,
    pseudonymised: $localize`:@@person.pseudonymised:avidentifierad`,
    invitation: $localize`:@@person.invitation:Inbjudan`,
    roles: $localize`:@@person.roles:Vad personen får göra`,
    save: $localize`:@@person.save:Spara behörigheterna`,
    asked: (role: string) => $localize`:@@person.asked:Behörigheten ${role}:role: är tillagd här nedanför. Den ges när du sparar.`,
    saved: $localize`:@@person.saved:Behörigheterna är sparade och gäller genast.`,
    access: $localize`:@@person.access:Tillgång`,
    inviteAgain: $localize`:@@person.invite-again:Skicka inbjudan på nytt`,
    sendReset: $localize`:@@person.send-reset:Skicka länk till nytt lösenord`,
    sent: $localize`:@@person.sent:Brevet är på väg. Länkar som skickats tidigare gäller inte längre.`,
    mails: $localize`:@@person.mails:Se brevet under Utgående post.`,
    resetFactor: $localize`:@@person.reset-factor:Återställ tvåstegsverifieringen`,
    resetFactorInfo: $localize`:@@person.reset-factor-info:Återställ tvåstegsverifieringen för den som har tappat både telefonen och reservkoderna. Personen loggas ut överallt och loggar in med bara lösenordet nästa gång.`,
    factorReset: $localize`:@@person.factor-reset:Tvåstegsverifieringen är återställd.`,
    disable: $localize`:@@person.disable:Stäng av kontot`,
    disableInfo: $localize`:@@person.disable-info:Personen loggas genast ut överallt och kommer inte in. Det hen har gjort finns kvar.`,
    disabled: $localize`:@@person.disabled:Kontot är avstängt.`,
    enable: $localize`:@@person.enable:Öppna kontot igen`,
    enabled: $localize`:@@person.enabled:Kontot är öppet igen, med samma lösenord och behörigheter som förut.`,
  };
  protected readonly invitedText = (until: string): string =>
    Date.parse(until) > Date.now()
      ? $localize`:@@person.invited-until:gäller till och med`
      : $localize`:@@person.invited-over:slutade gälla`;
  /** Bound from the route. */
  readonly id = input.required<string>();
  /** A role to be given: the guide and pages of indicators lead here with it. */
  readonly roll = input<string>();
  readonly forvaltning = input<string>();
  private readonly api = inject(PeopleApi);
  private readonly session = inject(Session);
  protected readonly reading = this.api.person(this.id);
  protected readonly attempt = new Attempt();
  protected readonly emailText = emailText;
  protected readonly personName = injectWord(personName);
  protected readonly stateWord = injectWord(personStateWord);
  protected readonly roleWord = injectWord(accountRoleWord);
  /** The same as long as it says the same: what is being changed stays when something else of the person was. */
  private readonly held = computed<readonly HeldRole[]>(() => (this.reading.hasValue() ? this.reading.value().roles : []), {
    equal: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  /** What the address asks for and is not held. */
  protected readonly asked = computed<readonly GivenRole[]>(() => {
    const held = this.held().map(givenOf);
    const isHeld = (one: GivenRole) => held.some(({ role, department }) => role === one.role && department === one.department);
    return this.reading.hasValue() ? askedRole(this.roll(), this.forvaltning()).filter((one) => !isHeld(one)) : [];
  });
  /** What is held, and what the address asks to be given besides. */
  protected readonly roles = linkedSignal<readonly GivenRole[]>(() => {
    const held = this.held().map(givenOf);
    return [...held, ...this.asked()];
  });

  constructor() {
    inject(PageHead).set($localize`:@@person.title:Person`);
    // Who was reduced to a pseudonym: what was pressed is gone with most of the page.
    focusWhenChanged('h1', () => (this.reading.hasValue() ? String(this.reading.value().pseudonymisedAt) : undefined));
  }

  protected saveRoles(event: Event, person: Person): Promise<void> {
    event.preventDefault();
    return this.change(async () => {
      const changed = await this.api.setRoles(person, [...this.roles()]);
      // The menu shows what one has the right to.
      if (changed.isSelf) await this.session.goOnSignedIn().catch(() => false);
      return changed;
    }, this.texts.saved);
  }

  protected setAccess(person: Person, isDisabled: boolean): Promise<void> {
    return this.change(() => this.api.setAccess(person, isDisabled), isDisabled ? this.texts.disabled : this.texts.enabled);
  }

  protected sendLink({ id }: Person): Promise<void> {
    return this.changeAndRead(() => this.api.sendLink(id), this.texts.sent);
  }

  protected resetFactor({ id }: Person): Promise<void> {
    return this.changeAndRead(() => this.api.resetSecondFactor(id), this.texts.factorReset);
  }

  /** For changes that answer with nothing. */
  protected changeAndRead(change: () => Promise<void>, done: string): Promise<void> {
    return this.change(async () => {
      await change();
      return this.api.again(this.id());
    }, done);
  }

  private change(ask: () => Promise<Person>, done: string): Promise<void> {
    return this.attempt.make(async () => {
      this.reading.set(await ask());
      return done;
    });
  }
}
