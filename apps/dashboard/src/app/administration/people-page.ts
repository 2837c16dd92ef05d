import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HeldRole, PeopleQuery } from '@slusen/contracts';
import { personName, personStateWord, stockholmDate, upperFirst } from '@slusen/domain';
import { Disclosure, EmptyState, injectLanguage, injectWord } from '@slusen/ui';
import { PeopleApi } from '../data/people-api.js';
import { ListOrder, ListPage } from '../shell/list-page.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { askedRole } from './asked-role.js';
import { SortedTable, type ListColumn } from '../shell/sorted-table.js';
import { emailText } from './email-text.js';
import { InviteForm } from './invite-form.js';
import { notOver, roleText } from './role-text.js';

const PAGE_SIZE = 100;
type Sort = PeopleQuery['sort'];
const OTHER_SORTS = ['state', 'email', 'sessions'] as const;

/** Everybody with an account: searched, sorted, and invited from here. What is searched for stands in the address. */
@Component({
  selector: 'app-people-page',
  imports: [Disclosure, EmptyState, InviteForm, PageState, RouterLink, SortedTable],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  protected readonly texts = {
    heading: $localize`:@@people.heading:Personer`,
    lead: $localize`:@@people.lead:Alla som kan logga in, vad de får göra och var. Varje ändring gäller genast och står i händelseloggen.`,
    invite: $localize`:@@people.invite:Bjud in en person`,
    searchLabel: $localize`:@@people.search-label:Sök på namn eller e-postadress`,
    searchDo: $localize`:@@people.search-do:Sök`,
    all: $localize`:@@people.all:Visa alla`,
    advice: $localize`:@@people.advice:Pröva en del av namnet eller adressen.`,
    roles: $localize`:@@people.roles:Behörigheter`,
    none: $localize`:@@people.no-role:ingen behörighet`,
    found: (total: number) => (total === 1 ? $localize`:@@people.one:1 person` : $localize`:@@people.many:${total}:count: personer`),
    sessions: (count: number) => (count === 0 ? '–' : String(count)),
  };
  protected readonly heads: Readonly<Record<Sort, string>> = {
    name: $localize`:@@people.name:Namn`,
    email: $localize`:@@people.email:E-postadress`,
    state: $localize`:@@people.state:Läge`,
    sessions: $localize`:@@people.sessions:Inloggad nu`,
  };
  protected readonly columns: readonly ListColumn<Sort>[] = [
    { sort: 'name', head: this.heads.name },
    { head: this.texts.roles },
    ...OTHER_SORTS.map((sort) => ({ sort, head: this.heads[sort] })),
  ];
  /** Bound from the query: `?sok=eva&ordning=state&fallande=1&fran=100`. */
  readonly sok = input<string>();
  readonly ordning = input<string>();
  readonly fallande = input<string>();
  readonly fran = input<string>();
  /** A role to be given: the guide and pages of indicators lead here with it. */
  readonly roll = input<string>();
  readonly forvaltning = input<string>();
  protected readonly proposed = computed(() => askedRole(this.roll(), this.forvaltning()));
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  protected readonly stateWord = injectWord(personStateWord);
  protected readonly emailText = emailText;
  protected readonly personName = injectWord(personName);
  protected readonly order = new ListOrder<Sort>({ sorts: ['name', ...OTHER_SORTS], first: 'name' }, this);
  protected readonly page = new ListPage(PAGE_SIZE, this.fran);
  protected readonly query = computed(() => this.sok()?.trim().slice(0, 100) ?? '');
  protected readonly list = inject(PeopleApi).list(() => ({ q: this.query(), ...this.order.query(), ...this.page.query() }));
  private readonly today = stockholmDate(new Date().toISOString());
  protected readonly rolesOf = (roles: readonly HeldRole[]): readonly string[] =>
    notOver(roles, this.today).map((held) => upperFirst(roleText(held, this.language)));

  constructor() {
    inject(PageHead).set($localize`:@@people.title:Personer`);
  }

  protected search(event: Event, text: string): void {
    event.preventDefault();
    const queryParams = { sok: text.trim() || null, fran: null };
    void this.router.navigate(['/administration/personer'], { queryParams, queryParamsHandling: 'merge' });
  }
}
