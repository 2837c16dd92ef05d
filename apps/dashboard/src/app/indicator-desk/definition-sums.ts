import { FORMULA_KINDS, formulaKindWord, type Language } from '@slusen/domain';
import { choice, named, orNone, type Choice, type FieldGroup } from './definition-field.js';

/** What an indicator is computed of. */
export function formulaGroup(of: Language, indicators: readonly Choice[]): FieldGroup {
  return {
    heading: $localize`:@@definition.formula-group:Räknas fram av andra`,
    rows: [
      [
        choice(
          'formula.kind',
          $localize`:@@definition.formula:Räknas fram som`,
          orNone(named(FORMULA_KINDS, (word) => formulaKindWord(word, of))),
        ),
        {
          place: 'formula.parts',
          label: $localize`:@@definition.parts:Av indikatorerna`,
          hint: $localize`:@@definition.parts-hint:I den ordning de räknas. Värden som räknas fram skrivs aldrig in.`,
          as: 'terms',
          choices: indicators,
        },
      ],
    ],
  };
}

/** What its values should add up with. */
export function balanceGroup(indicators: readonly Choice[]): FieldGroup {
  return {
    heading: $localize`:@@definition.balance-group:Ska stämma med andra`,
    rows: [
      [
        {
          place: 'balance',
          label: $localize`:@@definition.balance:Summan av`,
          hint: $localize`:@@definition.balance-hint:Till exempel folkmängd = folkmängd perioden före + födda − döda + inflyttade − utflyttade. Den som skriver in ett värde som inte stämmer får en fråga.`,
          as: 'terms',
          choices: indicators,
          kinds: [
            { value: '+', name: $localize`:@@definition.plus:plus` },
            { value: '-', name: $localize`:@@definition.minus:minus` },
            { value: '+@previous-period', name: $localize`:@@definition.plus-before:plus, från perioden före,` },
            { value: '-@previous-period', name: $localize`:@@definition.minus-before:minus, från perioden före,` },
          ],
        },
      ],
    ],
  };
}
