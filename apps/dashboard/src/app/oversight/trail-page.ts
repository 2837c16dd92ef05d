import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AuditEntry } from '@slusen/contracts';
import { auditActionText, SITE_SETTINGS, settingWord, type SiteSetting, personName } from '@slusen/domain';
import { EmptyState, FormField, injectWord, MomentPipe, TypedText } from '@slusen/ui';
import { deputyText } from '../data/deputy-text.js';
import { OversightApi, type TrailSearch } from '../data/oversight-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

const PAGE_SIZE = 50;

/** The audit trail: who did what when, searched by person, thing and time. */
@Component({
  selector: 'app-trail-page',
  imports: [EmptyState, FormField, MomentPipe, PageState, RouterLink, TypedText],
  templateUrl: './trail-page.html',
})
export class TrailPage {
  protected readonly texts = {
    heading: $localize`:@@trail.heading:Händelselogg`,
    lead: $localize`:@@trail.lead:Allt som ändrar något skrivs här. Det ändras aldrig, och tas bort bara genom ett beslut om gallring. Sök på vem, på vad det handlar om och på tid.`,
    who: $localize`:@@trail.who:Vem`,
    about: $localize`:@@trail.about:Vad det handlar om`,
    from: $localize`:@@trail.from:Från och med`,
    to: $localize`:@@trail.to:Till och med`,
    search: $localize`:@@trail.search:Sök`,
    file: $localize`:@@trail.file:Hämta som fil för Excel (CSV)`,
    server: $localize`:@@trail.server:programmet eller den som driver servern`,
    about1: $localize`:@@trail.about-1:om`,
    new: $localize`:@@trail.new:Nytt:`,
    facts: $localize`:@@trail.facts:Fler uppgifter`,
    emptyAdvice: $localize`:@@trail.empty-advice:Pröva ett kortare ord eller en längre tid.`,
    newest: $localize`:@@trail.newest:Till de senaste`,
    older: $localize`:@@trail.older:Äldre`,
  };
  /** Bound from the query: `?who=eva&about=folkmangd&from=2026-11-01&to=2026-11-30&before=120`. */
  readonly who = input<string>();
  readonly about = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly before = input<string>();
  private readonly api = inject(OversightApi);
  private readonly router = inject(Router);
  private readonly searched = computed<TrailSearch>(() => ({
    who: this.who() ?? '',
    about: this.about() ?? '',
    from: this.from() ?? '',
    to: this.to() ?? '',
  }));
  /** What is typed, until it is searched for. */
  protected readonly asked = linkedSignal(() => this.searched());
  protected readonly list = this.api.trail(() => ({ ...this.searched(), before: this.before() ?? '' }), PAGE_SIZE);
  protected readonly file = computed(() => this.api.trailFile(this.searched()));
  protected readonly personName = injectWord(personName);
  protected readonly actionText = injectWord(auditActionText);
  protected readonly asDeputy = (away: NonNullable<AuditEntry['inPlaceOf']>): string =>
    deputyText(away.map(({ name }) => this.personName(name)));
  private readonly settingText = injectWord(settingWord);

  constructor() {
    inject(PageHead).set($localize`:@@trail.title:Händelselogg`);
  }

  protected type(field: keyof TrailSearch, text: string): void {
    this.asked.update((asked) => ({ ...asked, [field]: text }));
  }

  protected search(event: Event): void {
    event.preventDefault();
    void this.router.navigate(['/administration/handelser'], { queryParams: queryOf(this.asked()) });
  }

  /** The same search, from before the last event on. */
  protected olderThan(items: readonly AuditEntry[]): Record<string, string | number | null> {
    return { ...queryOf(this.searched()), before: items.at(-1)?.seq ?? null };
  }

  protected readonly newest = computed(() => queryOf(this.searched()));

  /** What is there for the first time, by name; undefined when nothing is. */
  protected newOf({ changes }: AuditEntry): string | undefined {
    const added = changes.filter(({ field }) => field === '').map(({ subject }) => subject);
    return added.length > 0 ? added.join(', ') : undefined;
  }

  /** What is said otherwise than before, each under what people call it. */
  protected changedIn({ changes }: AuditEntry): { of: string; before: string | undefined; after: string | undefined }[] {
    return changes
      .filter(({ field }) => field !== '')
      .map(({ subject, field, before, after }) => ({ of: this.fieldText(subject, field), before, after }));
  }

  private fieldText(subject: string, field: string): string {
    if (subject !== 'site') return `${subject}: ${field}`;
    return isSetting(field) ? this.settingText(field) : $localize`:@@trail.logo:logotypens kontrollsumma`;
  }

  /** What else is known of an event; undefined when that is nothing. */
  protected factsOf({ facts }: AuditEntry): string | undefined {
    return Object.keys(facts).length > 0 ? JSON.stringify(facts, null, 2) : undefined;
  }
}

const isSetting = (field: string): field is SiteSetting => (SITE_SETTINGS as readonly string[]).includes(field);

const queryOf = (search: TrailSearch): Record<string, string | null> =>
  Object.fromEntries(Object.entries(search).map(([name, text]: [string, string]) => [name, text.trim() || null]));
