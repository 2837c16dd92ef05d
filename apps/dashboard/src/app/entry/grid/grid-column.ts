import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { parsePeriod, periodLabel } from '@slusen/domain';
import { injectLanguage, LocalizedText } from '@slusen/ui';
import { refusalText, ruleText } from '../../data/problem-texts.js';
import type { CellView } from './grid-cells.js';
import { GridDesk } from './grid-desk.js';
import type { SheetRow } from './grid-cursor.js';
import { gridTexts } from './grid-texts.js';

/** The same cells on a narrow screen: one period at a time, a field for each row. */
@Component({
  selector: 'app-grid-column',
  imports: [LocalizedText],
  template: `
    <div class="field">
      <label for="rutnat-period">{{ texts.period }}</label>
      <select class="input" id="rutnat-period" #chosen (change)="shown.set(chosen.value)">
        @for (one of periods(); track one) {
          <option [value]="one" [selected]="one === shown()">{{ label(one) }}</option>
        }
      </select>
    </div>
    <ul class="plain-list">
      @for (one of lines(); track one.view.key; let at = $index) {
        <li class="grid-line">
          <label [for]="'falt-' + at">
            <span [uiText]="one.row.indicator.name"></span>
            <span class="small soft"> {{ grid.rowPlace(one.row) }}</span>
          </label>
          <input
            class="input"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            [id]="'falt-' + at"
            [class]="'is-' + one.view.look"
            [value]="one.view.text"
            [readOnly]="one.view.isReadOnly"
            [attr.aria-invalid]="one.fault ? true : null"
            [attr.aria-describedby]="'falt-' + at + '-lage'"
            #field
            (change)="write(one.view.key, field.value)"
          />
          <p class="small soft" [id]="'falt-' + at + '-lage'">
            {{ grid.looks[one.view.look] }}
            @if (one.fault) {
              <span class="fault">{{ one.fault }}</span>
            }
          </p>
        </li>
      }
    </ul>
  `,
})
export class GridColumn {
  readonly rows = input.required<readonly SheetRow[]>();
  readonly periods = input.required<readonly string[]>();
  protected readonly texts = { period: $localize`:@@grid.period:Period` };
  protected readonly grid = gridTexts();
  private readonly desk = inject(GridDesk);
  private readonly language = injectLanguage();
  /** The last one that somebody can write in; the one that was chosen as long as it is there. */
  protected readonly shown = linkedSignal<readonly string[], string>({
    source: this.periods,
    computation: (periods, earlier) => (earlier && periods.includes(earlier.value) ? earlier.value : this.latestOpen(periods)),
  });
  protected readonly lines = computed(() => {
    const at = this.periods().indexOf(this.shown());
    return this.rows().map(({ row, keys }) => {
      const view = this.desk.cell(keys[at] ?? '');
      return { row, view, fault: faultOf(view) };
    });
  });

  protected label(period: string): string {
    return periodLabel(parsePeriod(period), this.language);
  }

  protected write(key: string, text: string): void {
    this.desk.write(new Map([[key, text]]));
  }

  private latestOpen(periods: readonly string[]): string {
    const open = periods.filter((_, at) => this.rows().some(({ keys }) => this.desk.cell(keys[at] ?? '').cell.closed === undefined));
    return open.at(-1) ?? periods.at(-1) ?? '';
  }
}

function faultOf({ written, refusal }: CellView): string {
  if (written?.fault) return ruleText(written.fault);
  return refusal ? refusalText(refusal) : '';
}
