import { Component, computed, input, output } from '@angular/core';
import type { DraftPart } from '@slusen/contracts';
import { Banner } from '@slusen/ui';

type Content = DraftPart['content'];

/** A field that two people wrote differently, by its place in the part. */
interface DifferentField {
  readonly place: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Two people wrote in one part: both texts, field by field, and which of them is to hold. */
@Component({
  selector: 'app-draft-conflict',
  imports: [Banner],
  template: `
    <ui-banner tone="problem" [live]="true">
      <p>
        <strong>{{ texts.heading(theirs().savedBy) }}</strong>
      </p>
      <dl>
        @for (field of fields(); track field.place) {
          <dt>{{ texts.mine }}</dt>
          <dd>{{ field.mine || '–' }}</dd>
          <dt>{{ texts.theirs(theirs().savedBy) }}</dt>
          <dd>{{ field.theirs || '–' }}</dd>
        }
      </dl>
      <button class="button" type="button" (click)="settled.emit('mine')">{{ texts.keepMine }}</button>
      <button class="button secondary" type="button" (click)="settled.emit('theirs')">{{ texts.takeTheirs }}</button>
    </ui-banner>
  `,
})
export class DraftConflict {
  protected readonly texts = {
    heading: (name: string) => $localize`:@@draft-conflict.heading:${name}:name: har sparat den här delen medan du skrev.`,
    mine: $localize`:@@draft-conflict.mine:Du skrev`,
    theirs: (name: string) => $localize`:@@draft-conflict.theirs:${name}:name: skrev`,
    keepMine: $localize`:@@draft-conflict.keep:Spara mitt`,
    takeTheirs: $localize`:@@draft-conflict.take:Ta det andra`,
  };
  readonly mine = input.required<Content>();
  readonly theirs = input.required<DraftPart>();
  readonly settled = output<'mine' | 'theirs'>();
  protected readonly fields = computed(() => differentFields(this.mine(), this.theirs().content));
}

/** What two contents say otherwise, text by text. */
export function differentFields(mine: Content, theirs: Content): DifferentField[] {
  const [one, other] = [textsIn(mine), textsIn(theirs)];
  const places = [...new Set([...one.keys(), ...other.keys()])];
  return places
    .map((place) => ({ place, mine: one.get(place) ?? '', theirs: other.get(place) ?? '' }))
    .filter((field) => field.mine !== field.theirs);
}

function textsIn(content: unknown, place = ''): Map<string, string> {
  if (typeof content !== 'object' || content === null) return new Map(content === undefined || content === null ? [] : [[place, String(content)]]); // prettier-ignore
  return new Map(Object.entries(content).flatMap(([key, value]) => [...textsIn(value, place ? `${place}.${key}` : key)]));
}
