import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryForm } from '@slusen/contracts';
import { missingText, ongoingText } from '@slusen/domain';
import { injectLanguage, injectWord, PeriodPipe, WithUnitPipe } from '@slusen/ui';

/** Earlier values of a form's series, each period the way to its own form, where it can be corrected. */
@Component({
  selector: 'app-entry-values',
  imports: [PeriodPipe, RouterLink, WithUnitPipe],
  template: `
    @let view = form();
    <table class="data-table">
      <tbody>
        @for (point of points(); track point.period) {
          <tr>
            <th scope="row">
              @if (point.period === view.period) {
                {{ point.period | period: view }}
              } @else {
                <a
                  [routerLink]="['/inmatning', view.indicator.slug, point.period]"
                  [queryParams]="{ omrade: view.territory.code, uppdelning: view.breakdown || null }"
                  >{{ point.period | period: view }}</a
                >
              }
            </th>
            <td class="number">
              @if (point.value !== undefined) {
                {{ point.value | withUnit: view.indicator }}
              } @else if (point.missing) {
                {{ missingWord(point.missing) }}
              }
              @if (point.isOngoing) {
                ({{ ongoing }})
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class EntryValues {
  readonly form = input.required<EntryForm>();
  readonly points = input.required<EntryForm['history']>();
  protected readonly ongoing = ongoingText(injectLanguage());
  protected readonly missingWord = injectWord(missingText);
}
