import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoleMatrix } from '@slusen/contracts';
import {
  actorKindWord,
  actorRoleWord,
  ACTOR_ROLES,
  MOST_LED_GOALS,
  MOST_OPEN_ACTIONS,
  textIn,
  upperFirst,
  type ActorRole,
} from '@slusen/domain';
import { DataTable, EmptyState, ExampleMark, injectLanguage, LocalizedText, type TableColumn } from '@slusen/ui';
import { RolesApi } from '../data/roles-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { goalRows, ORDERS, type GoalOrder } from './role-matrix.js';

type MatrixActor = RoleMatrix['actors'][number];
const SHORT = 3;

/** Who does what for which goal, all in one table, with who is missing and who has much. */
@Component({
  selector: 'app-role-matrix-page',
  imports: [DataTable, EmptyState, ExampleMark, LocalizedText, PageState, RouterLink],
  templateUrl: './role-matrix-page.html',
})
export class RoleMatrixPage {
  protected readonly texts = {
    heading: $localize`:@@roles.heading:Vem gör vad för vilket mål`,
    lead: $localize`:@@roles.lead:Alla roller i en tabell: målen nedåt, aktörerna åt sidan.`,
    gaps: $localize`:@@roles.gaps:Luckor`,
    noLead: $localize`:@@roles.no-lead:Mål som ingen leder`,
    onlyMunicipality: $localize`:@@roles.only-municipality:Mål som bara kommunen arbetar med`,
    overloaded: $localize`:@@roles.overloaded:Aktörer som leder mycket`,
    rule: $localize`:@@roles.rule:Leder mycket gör den som leder fler än ${MOST_LED_GOALS}:goals: mål eller fler än ${MOST_OPEN_ACTIONS}:actions: åtgärder som inte är avslutade. Till kommunen räknas nämnder, förvaltningar och kommunala bolag; att informeras räknas inte som att arbeta med målet.`,
    none: $localize`:@@roles.none:Inga.`,
    table: $localize`:@@roles.table:Roller`,
    region: $localize`:@@roles.region:Mål och aktörer, som går att dra i sidled`,
    load: $localize`:@@roles.load:Hur mycket var och en har på sitt bord`,
    order: $localize`:@@roles.order:Ordna målen efter`,
    goal: $localize`:@@roles.goal:Mål`,
    example: $localize`:@@roles.examples:Roller i mål som är märkta ”exempel” är påhittade för demonstrationen.`,
    actors: $localize`:@@roles.actors:Aktörerna`,
    download: $localize`:@@roles.download:Ladda ner rollerna (CSV)`,
    empty: $localize`:@@roles.empty:Ingen strategi är inläst än`,
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
  protected readonly columns = computed<readonly TableColumn<MatrixActor>[]>(() => {
    const roles = this.page.hasValue() ? this.page.value().roles : [];
    const count = ({ slug }: MatrixActor, role?: ActorRole): number =>
      roles.filter((held) => held.actor === slug && (role === undefined || held.role === role)).length;
    return [
      this.named($localize`:@@roles.actor:Aktör`, ({ name }) => textIn(name, this.language).text),
      this.named($localize`:@@roles.kind:Slag`, ({ kind }) => actorKindWord(kind, this.language)),
      this.counted($localize`:@@roles.leads:Leder mål`, (actor) => count(actor, 'leads')),
      this.counted($localize`:@@roles.roles:Roller`, (actor) => count(actor)),
      this.counted($localize`:@@roles.open-actions:Leder åtgärder`, ({ openActions }) => openActions),
    ];
  });

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

  private named(head: string, cell: (actor: MatrixActor) => string): TableColumn<MatrixActor> {
    return { key: head, head, cell, sortBy: cell };
  }

  private counted(head: string, count: (actor: MatrixActor) => number): TableColumn<MatrixActor> {
    return { key: head, head, cell: (actor) => String(count(actor)), sortBy: count, isNumber: true };
  }
}

type Linked = RoleMatrix['goals'][number] | MatrixActor;
