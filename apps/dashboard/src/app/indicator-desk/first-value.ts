import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FirstValue as Standing } from '@slusen/contracts';
import { parsePeriod, periodLabel, textIn } from '@slusen/domain';
import { Banner, injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';

/** What is lacking before a first value can be entered, and where that is mended. */
interface Lack {
  readonly text: string;
  readonly role?: 'reporter' | 'reviewer';
}

/** What comes next for an indicator that has no value yet: the form of its first period, or what is lacking for that. */
@Component({
  selector: 'app-first-value',
  imports: [Banner, RouterLink],
  template: `
    @if (of().isByHand && !of().hasValue) {
      <ui-banner>
        <h2 class="h3">{{ heading() }}</h2>
        @if (of().isSubmitted) {
          <p>{{ texts.submitted }}</p>
        } @else if (of().mayEnter && of().period) {
          <p>
            <a class="button" [routerLink]="['/inmatning', slug(), of().period]">{{ enterText() }}</a>
          </p>
        } @else if (of().mayEnter) {
          <p>
            {{ texts.notDue }} <a routerLink="/mina-uppgifter">{{ texts.tasks }}</a>
          </p>
        } @else if (of().hasReporter) {
          <p>{{ texts.others }}</p>
        }
        @for (lack of lacks(); track lack.text) {
          <p>
            {{ lack.text }}&ngsp;
            @if (lack.role && mayInvite()) {
              <a routerLink="/administration/personer" [queryParams]="{ roll: lack.role, forvaltning: of().department?.slug }">{{
                texts.invite
              }}</a>
              @if (lack.role === 'reporter') {
                &ngsp;·
                <a [routerLink]="self()" [queryParams]="{ roll: lack.role, forvaltning: of().department?.slug }">{{ texts.oneself }}</a>
              }
            } @else if (lack.role) {
              {{ texts.ask }}
            }
          </p>
        }
      </ui-banner>
    }
  `,
})
export class FirstValue {
  protected readonly texts = {
    next: $localize`:@@first-value.next:Nästa steg: lägg in ett värde`,
    waits: $localize`:@@first-value.waits:Det första värdet väntar på granskning`,
    submitted: $localize`:@@first-value.submitted:Ett värde är inlämnat. Det visas för alla när granskaren har godkänt det.`,
    enter: (period: string) => $localize`:@@first-value.enter:Lägg in ett värde för ${period}:period:`,
    notDue: $localize`:@@first-value.not-due:Inget värde väntas än.`,
    tasks: $localize`:@@first-value.tasks:Mina uppgifter`,
    others: $localize`:@@first-value.others:Rapportören hittar det under Mina uppgifter.`,
    noDepartment: $localize`:@@first-value.no-department:Ingen ansvarar för siffran än. Välj en förvaltning under Ansvarar för siffran här nedanför och spara.`,
    noReporter: (department: string) => $localize`:@@first-value.no-reporter:Det finns ingen rapportör för ${department}:department:.`,
    noReviewer: (department: string) =>
      $localize`:@@first-value.no-reviewer:Det finns ingen som kan granska för ${department}:department:. Det ska vara någon annan än rapportören.`,
    invite: $localize`:@@first-value.invite:Bjud in någon`,
    ask: $localize`:@@first-value.ask:En administratör kan bjuda in någon.`,
    oneself: $localize`:@@first-value.oneself:Ge dig själv behörigheten`,
  };
  readonly slug = input.required<string>();
  readonly of = input.required<Standing>();
  private readonly view = inject(CurrentAccount).view;
  private readonly language = injectLanguage();
  protected readonly mayInvite = computed(() => mayOpen(this.view(), 'administration/personer'));
  protected readonly self = computed(() => ['/administration/personer', this.view()?.account.id ?? '']);
  protected readonly heading = computed(() => (this.of().isSubmitted ? this.texts.waits : this.texts.next));
  protected readonly enterText = computed(() => {
    const { period } = this.of();
    return period ? this.texts.enter(periodLabel(parsePeriod(period), this.language)) : '';
  });
  protected readonly lacks = computed<readonly Lack[]>(() => {
    const { department, hasReporter, hasReviewer } = this.of();
    if (!department) return [{ text: this.texts.noDepartment }];
    const { text: name } = textIn(department.name, this.language);
    return [
      ...(hasReporter ? [] : [{ text: this.texts.noReporter(name), role: 'reporter' as const }]),
      ...(hasReviewer ? [] : [{ text: this.texts.noReviewer(name), role: 'reviewer' as const }]),
    ];
  });
}
