import { Component, computed, input } from '@angular/core';
import type { EntryView } from '@slusen/contracts';
import { type EntryAction, missingText, personName } from '@slusen/domain';
import { injectWord, MomentPipe, WithUnitPipe } from '@slusen/ui';
import { deputyText } from '../data/deputy-text.js';

type Event = EntryView['events'][number];

/** Saves that followed each other say nothing one by one: the last of them stands for all. */
function withoutRepeatedSaves(events: readonly Event[]): readonly Event[] {
  return events.filter(({ action, by }, index) => {
    const next = events[index + 1];
    return action !== 'save' || next?.action !== 'save' || next.by !== by;
  });
}

/** What has happened to an entry, step by step: who, when, why. */
@Component({
  selector: 'app-entry-history',
  imports: [MomentPipe, WithUnitPipe],
  template: `
    @let view = entry();
    @if (view && events().length) {
      <section class="section">
        <h2 class="h3">{{ texts.heading }}</h2>
        <ol class="history small">
          @for (event of events(); track $index) {
            <li>
              {{ event.at | moment }}: {{ personName(event.by) }}
              @if (event.inPlaceOf; as away) {
                ({{ asDeputy(away) }})
              }
              {{ wordOf(event.action) }}
              @if (event.value !== undefined) {
                ({{ event.value | withUnit: view }})
              } @else if (event.missing) {
                ({{ missingWord(event.missing) }})
              }
              @if (event.reason) {
                <br /><q lang="sv">{{ event.reason }}</q>
              }
            </li>
          }
        </ol>
      </section>
    }
  `,
})
export class EntryHistory {
  protected readonly texts = {
    heading: $localize`:@@history.heading:Vad som har hänt`,
  };
  readonly entry = input<EntryView>();
  protected readonly personName = injectWord(personName);
  protected readonly missingWord = injectWord(missingText);
  protected readonly asDeputy = (away: readonly string[]): string => deputyText(away.map((name) => this.personName(name)));
  protected readonly events = computed(() => withoutRepeatedSaves(this.entry()?.events ?? []));

  protected wordOf(action: EntryAction): string {
    switch (action) {
      case 'save':
        return $localize`:@@event.save:sparade`;
      case 'submit':
        return $localize`:@@event.submit:lämnade in`;
      case 'withdraw':
        return $localize`:@@event.withdraw:tog tillbaka`;
      case 'discard':
        return $localize`:@@event.discard:kastade utkastet`;
      case 'return':
        return $localize`:@@event.return:skickade tillbaka`;
      case 'approve':
        return $localize`:@@event.approve:godkände`;
    }
  }
}
