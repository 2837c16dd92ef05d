import { shownLabels } from './field-labels.js';

/** What the page says on which one entry is reviewed. */
export function reviewTexts() {
  return {
    ...shownLabels(),
    ...sharedReviewTexts(),
    back: $localize`:@@review.back:Granskning`,
    new: $localize`:@@review.new:Nytt värde`,
    share: $localize`:@@review.share:Andelen är`,
    ofWhole: (part: string | number, whole: string | number) => $localize`:@@review.of-whole:${part}:part: av ${whole}:whole:`,
    calculation: $localize`:@@review.calculation:Så räknades det`,
    published: $localize`:@@review.published:Publicerat nu`,
    before: $localize`:@@review.before:Före`,
    correctionReason: $localize`:@@review.correction-reason:Skäl till rättelsen`,
    lateReason: $localize`:@@review.late-reason:Varför värdet kommer efter att omgången låstes`,
    yearBefore: $localize`:@@review.year-before:samma tid året före`,
    previous: $localize`:@@review.previous:närmast före`,
    expected: $localize`:@@review.expected:Enligt målbanan`,
    asExpected: $localize`:@@review.as-expected:ingen skillnad`,
    twelveMonths: (period: string | number) => $localize`:@@review.twelve-months:Tolv månader till och med ${period}:period:`,
    goesOn: $localize`:@@review.twelve-months-go-on:går inte att räkna förrän perioden är slut`,
    noTwelveMonths: $localize`:@@review.no-twelve-months:går inte att räkna: något av värdena saknas eller kan inte jämföras`,
    expectedTwelveMonths: $localize`:@@review.expected-twelve-months:Målbanan för de tolv månaderna`,
    definition: $localize`:@@review.definition:Så är det definierat`,
    approveEffect: $localize`:@@review.approve-effect:När du godkänner publiceras värdet på de öppna sidorna med detsamma.`,
    approveLater: (moment: string | number) =>
      $localize`:@@review.approve-later:När du godkänner väntar värdet: det publiceras ${moment}:moment:.`,
    confirmEffect: $localize`:@@review.confirm-effect:När du godkänner blir det publicerade värdet slutligt.`,
    approve: $localize`:@@review.approve:Godkänn och publicera`,
    approveNext: $localize`:@@review.approve-next:Godkänn och ta nästa`,
    returnedFor: $localize`:@@review.returned-for:Det skickades tillbaka med orden`,
    return: $localize`:@@review.return:Skicka tillbaka`,
    own: $localize`:@@review.own:Du har själv skrivit i den här inmatningen, så någon annan behöver granska den.`,
    approved: (by: string, moment: string | number) => $localize`:@@review.approved:Godkänt av ${by}:by: ${moment}:moment:.`,
    closed: $localize`:@@review.closed:Inmatningen väntar inte längre på granskning.`,
    reasonLabel: $localize`:@@review.reason:Varför skickar du tillbaka uppgiften?`,
    reasonHint: $localize`:@@review.reason-hint:Rapportören ser det du skriver och kan lämna in igen.`,
  };
}

/** What is said in several places of those who report and review. */
export function sharedReviewTexts() {
  return {
    answer: $localize`:@@review.answer:Rapportörens svar:`,
    historyFile: $localize`:@@tasks.history-file:Det jag har gjort (CSV)`,
    noUndo: $localize`:@@review.no-undo:Det går inte att ångra: ett publicerat värde ändras bara genom en rättelse.`,
  };
}
