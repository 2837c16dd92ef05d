import { Component, input } from '@angular/core';
import type { DepartmentPeople as People } from '@slusen/contracts';
import { dateLabel, enumerated, type IsoDate } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Who can report for a department and who reviews, and until when: for those who work with it, by name. */
@Component({
  selector: 'app-department-people',
  template: `
    @if (people(); as those) {
      <p class="small soft">{{ reporters(those) }} {{ reviewers(those) }}</p>
    }
  `,
})
export class DepartmentPeople {
  readonly people = input.required<People | undefined>();
  /** Until when it is reviewed, where a round asks for it. */
  readonly reviewUntil = input<IsoDate>();
  private readonly language = injectLanguage();

  protected reporters({ reporters }: People): string {
    if (reporters.length === 0) return $localize`:@@people.no-reporter:Ingen kan rapportera än.`;
    return $localize`:@@people.reporters:Rapporterar: ${enumerated(reporters, this.language)}:names:.`;
  }

  protected reviewers({ reviewers }: People): string {
    if (reviewers.length === 0) return $localize`:@@people.no-reviewer:Ingen kan granska än.`;
    const [names, until] = [enumerated(reviewers, this.language), this.reviewUntil()];
    return until
      ? $localize`:@@people.reviewers-until:Granskar: ${names}:names:, till och med ${dateLabel(until, this.language)}:day:.`
      : $localize`:@@people.reviewers:Granskar: ${names}:names:.`;
  }
}
