import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { HeldRole, Person } from '@slusen/contracts';
import { textIn, upperFirst } from '@slusen/domain';
import { FormField, injectLanguage } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { PeopleApi } from '../data/people-api.js';
import type { AskedChange } from './asked-change.js';
import type { Attempt } from '../data/attempt.js';
import { NewDepartment } from '../shell/new-department.js';
import { roleText } from './role-text.js';

/** The reviewer's role that an administrator proposes for themselves, and another one confirms or refuses. */
@Component({
  selector: 'app-role-proposals',
  imports: [FormField, NewDepartment],
  templateUrl: './role-proposals.html',
})
export class RoleProposals {
  protected readonly texts = {
    waiting: $localize`:@@proposal.waiting:Väntar på en annan administratör`,
    toDecide: $localize`:@@proposal.to-decide:Föreslaget av personen själv`,
    confirm: $localize`:@@proposal.confirm:Bekräfta`,
    confirmed: $localize`:@@proposal.confirmed:Rollen är bekräftad och gäller från den dag som valts.`,
    refuse: $localize`:@@proposal.refuse:Avslå`,
    refused: $localize`:@@proposal.refused:Förslaget är avslaget.`,
    takeBack: $localize`:@@proposal.take-back:Ta tillbaka`,
    takenBack: $localize`:@@proposal.taken-back:Förslaget är tillbakataget.`,
    own: $localize`:@@proposal.own:Vill du själv granska? Ingen gör sig själv till granskare: föreslå det här, så bekräftar en annan administratör.`,
    propose: $localize`:@@proposal.propose:Föreslå mig som granskare`,
    proposed: $localize`:@@proposal.proposed:Förslaget väntar på en annan administratör.`,
    department: $localize`:@@proposal.department:Granska för`,
    choose: $localize`:@@proposal.choose:Välj förvaltning`,
    noDepartment: $localize`:@@proposal.no-department:Den som granskar gör det för en förvaltning, och ingen finns än. Lägg till den här.`,
  };
  readonly person = input.required<Person>();
  readonly attempt = input.required<Attempt>();
  readonly asked = output<AskedChange>();
  private readonly api = inject(PeopleApi);
  private readonly language = injectLanguage();
  private readonly actors = inject(ActorsApi).list();
  protected readonly department = signal('');
  protected readonly departments = computed(() =>
    (this.actors.hasValue() ? this.actors.value().items : [])
      .filter(({ kind }) => kind === 'department' || kind === 'committee' || kind === 'municipal-company')
      .map(({ slug, name }) => ({ slug, name: textIn(name, this.language).text })),
  );
  /** There is nothing to review for yet. */
  protected readonly hasNoDepartment = computed(() => this.actors.hasValue() && this.departments().length === 0);
  protected readonly wordsOf = (held: HeldRole): string => upperFirst(roleText(held, this.language));

  protected propose(event: Event): void {
    event.preventDefault();
    const department = this.department();
    if (!department) return;
    const { key } = this.attempt();
    this.asked.emit({ ask: () => this.api.propose({ department }, key), done: this.texts.proposed });
  }

  /** One that was added on the way is the one that is meant. */
  protected choose(department: string): void {
    this.actors.reload();
    this.department.set(department);
  }

  protected decide(id: string, isConfirmed: boolean): void {
    const refused = this.person().isSelf ? this.texts.takenBack : this.texts.refused;
    this.asked.emit({ ask: () => this.api.decide(id, isConfirmed), done: isConfirmed ? this.texts.confirmed : refused });
  }
}
