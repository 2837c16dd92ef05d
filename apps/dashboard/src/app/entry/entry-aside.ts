import { Component, computed, input } from '@angular/core';
import type { EntryForm } from '@slusen/contracts';
import { DayPipe, ExampleMark, LocalizedText, missingWord, PeriodPipe, WithUnitPipe } from '@slusen/ui';

const SHOWN = 8;

/** What a reporter wants to see beside the form: the last values, the definition, how it was counted last time. */
@Component({
  selector: 'app-entry-aside',
  imports: [DayPipe, ExampleMark, LocalizedText, PeriodPipe, WithUnitPipe],
  template: `
    @let view = form();
    <aside class="entry-side" i18n-aria-label="@@aside.label" aria-label="Att räkna efter">
      <h2 class="h3" i18n="@@aside.definition">Så är det definierat</h2>
      <p [uiText]="view.indicator.definition"></p>
      @if (view.lastTime; as last) {
        <h2 class="h3" i18n="@@aside.last-time">Så räknades det senast ({{ last.period | period }})</h2>
        @if (last.comment) {
          <p>{{ last.comment }}</p>
        }
        @if (last.sourceNote) {
          <p class="soft">{{ last.sourceNote }}</p>
        }
      }
      <h2 class="h3" i18n="@@aside.history">Senaste värdena</h2>
      <table class="data-table">
        <tbody>
          @for (point of latest(); track point.period) {
            <tr>
              <th scope="row">{{ point.period | period }}</th>
              <td class="number">
                @if (point.value !== undefined) {
                  {{ point.value | withUnit: view.indicator }}
                } @else if (point.missing) {
                  {{ missingWord(point.missing) }}
                }
              </td>
            </tr>
          } @empty {
            <tr>
              <td i18n="@@aside.none">Det här blir det första värdet.</td>
            </tr>
          }
        </tbody>
      </table>
      @if (view.expected !== undefined) {
        <h2 class="h3">
          <ng-container i18n="@@aside.expected">Målbanan för perioden</ng-container>
          @if (view.target?.isExample) {
            &ngsp;<ui-example-mark />
          }
        </h2>
        <p>{{ view.expected | withUnit: view.indicator }}</p>
      }
      @if (view.dueDate) {
        <p class="soft" i18n="@@aside.due">Ska vara inne den {{ view.dueDate | day }}.</p>
      }
    </aside>
  `,
})
export class EntryAside {
  readonly form = input.required<EntryForm>();
  protected readonly missingWord = missingWord;
  protected readonly latest = computed(() => this.form().history.slice(-SHOWN).toReversed());
}
