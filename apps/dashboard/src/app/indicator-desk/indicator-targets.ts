import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { textIn } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';
import { RolesApi } from '../data/roles-api.js';

/** The goals that an indicator measures, each with the way to its target; and to one for another goal. */
@Component({
  selector: 'app-indicator-targets',
  imports: [RouterLink],
  template: `
    <section class="section" aria-labelledby="malvarden">
      <h2 id="malvarden">{{ texts.heading }}</h2>
      @if (measured().length === 0) {
        <p class="soft">{{ texts.none }}</p>
      }
      <ul class="plain-list">
        @for (goal of measured(); track goal.slug) {
          <li>
            <a [routerLink]="['/administration/mal', goal.slug, slug()]">{{ goal.name }}</a>
          </li>
        }
      </ul>
      @if (others().length) {
        <form class="row" (submit)="open($event, goal.value)">
          <label for="annat-mal">{{ texts.other }}</label>
          <select class="input" id="annat-mal" #goal>
            @for (one of others(); track one.slug) {
              <option [value]="one.slug">{{ one.name }}</option>
            }
          </select>
          <button class="button secondary" type="submit">{{ texts.set }}</button>
        </form>
      }
    </section>
  `,
})
export class IndicatorTargets {
  protected readonly texts = {
    heading: $localize`:@@indicator-targets.heading:Målvärden`,
    none: $localize`:@@indicator-targets.none:Indikatorn mäter inget mål än.`,
    other: $localize`:@@indicator-targets.other:Ett annat mål`,
    set: $localize`:@@indicator-targets.set:Mät målet med indikatorn`,
  };
  readonly slug = input.required<string>();
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  private readonly page = inject(IndicatorsApi).page(this.slug);
  private readonly matrix = inject(RolesApi).matrix();
  protected readonly measured = computed(() =>
    (this.page.hasValue() ? this.page.value().goals : []).map(({ goal }) => ({
      slug: goal.slug,
      name: textIn(goal.name, this.language).text,
    })),
  );
  protected readonly others = computed(() => {
    const measured = new Set(this.measured().map(({ slug }) => slug));
    const goals = this.matrix.hasValue() && this.page.hasValue() ? this.matrix.value().goals : [];
    return goals.filter(({ slug }) => !measured.has(slug)).map(({ slug, name }) => ({ slug, name: textIn(name, this.language).text }));
  });

  protected async open(event: Event, goal: string): Promise<void> {
    event.preventDefault();
    await this.router.navigate(['/administration/mal', goal, this.slug()]);
  }
}
