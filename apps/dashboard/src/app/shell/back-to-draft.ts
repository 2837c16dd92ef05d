import { Component, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';

/** A place in a draft of the strategy, as the address of a page names it that is visited on the way. */
export interface DraftPlace {
  readonly utkast: string;
  readonly del: string;
}

/** The way back to the draft for whoever came from it to make something that it needs. */
@Component({
  selector: 'app-back-to-draft',
  imports: [RouterLink],
  template: `
    @if (draft) {
      <p>
        <a [routerLink]="['/administration/strategi', draft]" [queryParams]="{ del: part }">{{ text }}</a>
      </p>
    }
  `,
})
export class BackToDraft {
  protected readonly text = $localize`:@@draft.back-to:Tillbaka till målet i utkastet`;
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  protected readonly draft = this.query.get('utkast');
  protected readonly part = this.query.get('del');
}
