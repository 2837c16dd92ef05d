import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoleMatrix } from '@slusen/contracts';
import { actorRoleWord, ACTOR_ROLES, MOST_LED_GOALS, MOST_OPEN_ACTIONS, upperFirst, type ActorRole } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { RolesApi } from '../data/roles-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { actorLoads, goalRows, ORDERS, type GoalOrder } from './role-matrix.js';

type MatrixActor = RoleMatrix['actors'][number];
const SHORT = 3;

/** Who does what for which goal, all in one table, with who is missing and who has much. */
@Component({
  selector: 'app-role-matrix-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, RouterLink],
  templateUrl: './role-matrix-page.html',
})
export class RoleMatrixPage {
  protected readonly texts = {
    heading: $localize`:@@roles.heading:Vem gör vad för vilket mål`,
    lead: $localize`:@@roles.lead:Alla roller i en tabell: målen nedåt, aktörerna åt sidan.`,
    gaps: $localize`:@@roles.gaps:Luckor`,
    noLead: $localize`:@@roles.no-lead:Mål som ingen leder`,
    onlyMunicipality: $localize`:@@roles.only-municipality:Mål där bara kommunen har en roll`,
    overloaded: $localize`:@@roles.overloaded:Aktörer som leder mycket`,
    rule: $localize`:@@roles.rule:Leder mycket gör den som leder fler än ${MOST_LED_GOALS}:goals: mål eller fler än ${MOST_OPEN_ACTIONS}:actions: åtgärder som inte är avslutade. Till kommunen räknas nämnder, förvaltningar och kommunala bolag; att informeras räknas inte. Den som deltar i en åtgärd utan att ha en roll i målet räknas inte heller.`,
    none: $localize`:@@roles.none:Inga.`,
    table: $localize`:@@roles.table:Roller`,
    region: $localize`:@@roles.region:Mål och aktörer, som går att dra i sidled`,
    load: $localize`:@@roles.load:Hur mycket var och en har på sitt bord`,
    order: $localize`:@@roles.order:Ordna målen efter`,
    goal: $localize`:@@roles.goal:Mål`,
    example: $localize`:@@roles.examples:Roller i mål som är märkta ”exempel” är påhittade för demonstrationen.`,
    actor: $localize`:@@roles.actor:Aktör`,
    leads: $localize`:@@roles.leads:Leder mål`,
    roles: $localize`:@@roles.roles:Roller`,
    openActions: $localize`:@@roles.open-actions:Leder åtgärder som inte är avslutade`,
    actors: $localize`:@@roles.actors:Aktörerna`,
    download: $localize`:@@roles.download:Hämta rollerna (CSV)`,
    empty: $localize`:@@roles.empty:Ingen strategi finns här än`,
  };
  protected readonly orders: Readonly<Record<GoalOrder, string>> = {
    strategi: $localize`:@@roles.by-strategy:strategin`,
    namn: $localize`:@@roles.by-name:namn`,
    luckor: $localize`:@@roles.by-gaps:luckor`,
    antal: $localize`:@@roles.by-count:antal aktörer`,
  };
  protected readonly orderNames = ORDERS;
  /** Bound from the query: `?ordning=luckor`. */
  readonly ordning = input<string | string[]>();
  protected readonly page = inject(RolesApi).matrix();
  protected readonly language = injectLanguage();
  protected readonly hasExamples = computed(() => this.page.hasValue() && this.page.value().roles.some(({ isExample }) => isExample));
  protected readonly order = computed(() => ORDERS.find((name) => name === this.ordning()) ?? 'strategi');
  protected readonly goals = computed(() => (this.page.hasValue() ? goalRows(this.page.value(), this.order()) : []));
  protected readonly gaps = computed(() => {
    if (!this.page.hasValue()) return [];
    const { gaps, goals, actors } = this.page.value();
    const linked = (slugs: readonly string[], of: readonly Linked[], path: string) =>
      of.filter(({ slug }) => slugs.includes(slug)).map(({ slug, name }) => ({ link: [path, slug], name }));
    return [
      { heading: this.texts.noLead, items: linked(gaps.noLead, goals, '/mal') },
      { heading: this.texts.onlyMunicipality, items: linked(gaps.onlyMunicipality, goals, '/mal') },
      { heading: this.texts.overloaded, items: linked(gaps.overloaded, actors, '/samverkan') },
    ];
  });
  protected readonly legend = ACTOR_ROLES.map((role) => `${this.short(role)} = ${this.word(role)}`).join(', ');
  protected readonly loads = computed(() => (this.page.hasValue() ? actorLoads(this.page.value()) : []));

  constructor() {
    inject(PageHead).set($localize`:@@roles.title:Roller`);
  }

  protected word(role: ActorRole): string {
    return actorRoleWord(role, this.language);
  }

  /** "Led": as much as fits where an actor is a narrow column. */
  protected short(role: ActorRole): string {
    return upperFirst(this.word(role).slice(0, SHORT));
  }
}

type Linked = RoleMatrix['goals'][number] | MatrixActor;
