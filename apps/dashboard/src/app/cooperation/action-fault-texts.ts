/** What is told of each thing that can be wrong in a field. */
const TEXTS: Readonly<Record<string, () => string>> = {
  'field.missing': () => $localize`:@@action-fault.missing:Fyll i det här.`,
  'action.ends-before-it-begins': () => $localize`:@@action-fault.ends-before:Slutdatumet ligger före startdatumet.`,
  'action.note-missing': () => $localize`:@@action-fault.note-missing:Skriv varför: åtgärden är försenad, avbruten eller tas upp på nytt.`,
  'action.lead-takes-part': () => $localize`:@@action-fault.lead-takes-part:Den som leder kan inte också vara medverkande.`,
  'reference.unknown': () => $localize`:@@action-fault.unknown:Det finns inte längre. Välj något annat.`,
};

/** What is wrong in a field, in a sentence; of a rule that only the API knows, that it does not fit. */
export function faultText(code: string): string {
  return TEXTS[code]?.() ?? $localize`:@@action-fault.other:Det här går inte att spara. Kontrollera det du har skrivit.`;
}
