import { Component, computed, input } from '@angular/core';
import { sourceAddress, sourceLabel } from '@slusen/domain';

/** Where a figure comes from, as a link when it is an address. Sources are named in Swedish. */
@Component({
  selector: 'ui-source-name',
  template: `
    @if (address(); as href) {
      <a [href]="href" lang="sv">{{ label() }}</a>
    } @else {
      <span lang="sv">{{ label() }}</span>
    }
  `,
})
export class SourceName {
  readonly source = input.required<string>();
  protected readonly address = computed(() => sourceAddress(this.source()));
  protected readonly label = computed(() => sourceLabel(this.source()));
}
