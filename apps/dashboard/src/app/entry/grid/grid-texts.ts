import type { GridRow } from '@slusen/contracts';
import { entryStateWord, parsePeriod, periodLabel, textIn, unitWord } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import type { CellLook } from './grid-cells.js';

/** What the grid says of itself and of its cells. Needs an injection context. */
export function gridTexts() {
  const language = injectLanguage();
  const placeText = ({ territory, breakdown }: GridRow): string =>
    [textIn(territory.name, language).text, breakdown].filter((part) => part !== '').join(', ');
  return {
    heading: $localize`:@@grid.heading:Rutnät`,
    rowHead: $localize`:@@grid.row-head:Indikator`,
    /** Where a row is of, and what it counts. */
    rowPlace: (row: GridRow) => `${placeText(row)} · ${unitWord(row.unit, language)}`,
    rowTitle: (row: GridRow) => `${textIn(row.indicator.name, language).text}, ${placeText(row)}`,
    periodName: (period: string) => periodLabel(parsePeriod(period), language),
    about: $localize`:@@grid.about:Om cellen`,
    cellName: (row: GridRow, period: string) =>
      `${textIn(row.indicator.name, language).text}, ${placeText(row)}, ${periodLabel(parsePeriod(period), language)}`,
    leaving: $localize`:@@grid.leaving:Nästa tabb lämnar rutnätet.`,
    readOnly: $localize`:@@grid.read-only:Cellen går inte att skriva i.`,
    copied: (count: number) => $localize`:@@grid.copied:Kopierat: ${count}:count: celler.`,
    pasted: (count: number, left: number) =>
      left === 0
        ? $localize`:@@grid.pasted:Inklistrat: ${count}:count: celler.`
        : $localize`:@@grid.pasted-some:Inklistrat: ${count}:count: celler. ${left}:left: fick inte plats eller går inte att skriva i.`,
    skipped: (count: number) => $localize`:@@grid.skipped:${count}:count: celler går inte att skriva i.`,
    stepped: (count: number) =>
      count === 0
        ? $localize`:@@grid.no-step:Det finns inget mer att ångra eller göra om.`
        : $localize`:@@grid.stepped:Ändrat: ${count}:count: celler.`,
    /** What a cell is, where it is anything but what everybody may see. */
    looks: {
      closed: $localize`:@@grid.look-closed:går inte att fylla i`,
      submitted: $localize`:@@grid.look-submitted:väntar på granskning`,
      approved: '',
      draft: $localize`:@@grid.look-draft:utkast`,
      returned: entryStateWord('returned', language),
      empty: '',
      waiting: $localize`:@@grid.look-waiting:inte sparat än`,
      fault: $localize`:@@grid.look-fault:fel, inte sparat`,
      refused: $localize`:@@grid.look-refused:inte godtaget`,
      conflict: $localize`:@@grid.look-conflict:ändrat av någon annan`,
      asked: $localize`:@@grid.look-asked:utkast med en fråga`,
    } satisfies Readonly<Record<CellLook, string>>,
  };
}
