import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person } from '@slusen/contracts';
import { dateLabel, personName } from '@slusen/domain';
import { injectLanguage, injectWord } from '@slusen/ui';
import { PeopleApi } from '../data/people-api.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import type { AskedChange } from './asked-change.js';
import type { Attempt } from '../data/attempt.js';

/** As many as a list to choose from can hold. */
const MOST_PEOPLE = 1000;

/** Who stands in for somebody who is away, and for whom they do; each is named here, and taken back. */
@Component({
  selector: 'app-person-deputies',
  imports: [RouterLink],
  templateUrl: './person-deputies.html',
})
export class PersonDeputies {
  protected readonly texts = {
    heading: $localize`:@@deputy.heading:Ersättare`,
    info: $localize`:@@deputy.info:En ersättare får personens roller de dagarna, men aldrig rollen som administratör. Det slutar av sig självt efter den sista dagen.`,
    none: $localize`:@@deputy.none:Ingen ersättare.`,
    for: $localize`:@@deputy.for:Är ersättare för`,
    who: $localize`:@@deputy.who:Vem?`,
    choose: $localize`:@@deputy.choose:Välj en person`,
    from: $localize`:@@deputy.from:Första dagen`,
    to: $localize`:@@deputy.to:Sista dagen`,
    do: $localize`:@@deputy.do:Utse ersättare`,
    named: $localize`:@@deputy.named:Ersättaren är utsedd.`,
    isAway: $localize`:@@deputy.is-away:Ersättaren är själv borta någon av dagarna.`,
    end: $localize`:@@deputy.end:Ta bort`,
    ended: $localize`:@@deputy.ended:Ersättaren har inte rollerna längre.`,
  };
  readonly person = input.required<Person>();
  readonly attempt = input.required<Attempt>();
  readonly named = output<Person>();
  readonly asked = output<AskedChange>();
  private readonly api = inject(PeopleApi);
  private readonly language = injectLanguage();
  private readonly people = this.api.list(() => ({ q: '', sort: 'name', falling: '0', limit: MOST_PEOPLE, offset: 0 }));
  protected readonly deputy = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  private readonly isTried = signal(false);
  protected readonly personName = injectWord(personName);
  protected readonly others = computed(() =>
    (this.people.hasValue() ? this.people.value().items : []).filter(({ id, state }) => id !== this.person().id && state !== 'disabled'),
  );
  protected readonly fault = computed(() => {
    if (!this.isTried()) return '';
    if (!this.deputy() || !this.from() || !this.to()) return $localize`:@@deputy.missing:Välj en person, en första och en sista dag.`;
    return this.to() < this.from() ? $localize`:@@deputy.backwards:Den sista dagen är före den första.` : '';
  });

  constructor() {
    focusWhenChanged('#ersattare', () =>
      this.person()
        .deputies.map(({ id }) => id)
        .join(),
    );
  }

  protected daysText({ from, to }: Person['deputies'][number]): string {
    return `${dateLabel(from, this.language)}–${dateLabel(to, this.language)}`;
  }

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.fault()) return;
    await this.attempt().make(async () => {
      const { id, version } = this.person();
      const person = await this.api.nameDeputy({ id, version }, { deputy: this.deputy(), from: this.from(), to: this.to() });
      this.clear();
      this.named.emit(person);
      return this.texts.named;
    });
  }

  protected end(deputy: number): void {
    const { id } = this.person();
    this.asked.emit({ ask: () => this.api.endDeputy(id, deputy), done: this.texts.ended });
  }

  private clear(): void {
    this.isTried.set(false);
    for (const said of [this.deputy, this.from, this.to]) said.set('');
  }
}
