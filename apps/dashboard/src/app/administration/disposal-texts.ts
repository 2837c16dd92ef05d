import { auditActionText, dateLabel, stockholmDate, type DatedDisposal, type Language } from '@slusen/domain';
import { problemOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';

/** What can be chosen on the page of disposals. */
export type ChosenKind = DatedDisposal | 'masked';

/** What each kind takes with it, and what it leaves. */
export const kindInfos = (): Readonly<Record<ChosenKind, string>> => ({
  events: $localize`:@@disposal.events-info:In- och utloggningar, nekade försök, öppnade brev och avslagna förslag. Behörigheter, beslut och siffror rörs inte.`,
  'working-material': $localize`:@@disposal.working-info:Kastade utkast i sin helhet, och motiveringar till att godkända inmatningar en gång skickades tillbaka.`,
  mails: $localize`:@@disposal.mails-info:Brev som har skickats eller slutat gälla, med adress och ärenderad.`,
  masked: $localize`:@@disposal.masked-info:Texten under det som är dolt. Efteråt kan den inte visas igen.`,
});

/** What the page of disposals says. */
export const disposalTexts = () => ({
  heading: $localize`:@@disposal.heading:Gallring`,
  lead: $localize`:@@disposal.lead:Här tas uppgifter bort för alltid, enligt ett beslut. Kvar blir ett spår som säger vad som togs bort, när, av vem och enligt vilket beslut.`,
  never: $localize`:@@disposal.never:Publicerade siffror, beslut och antagna versioner gallras aldrig.`,
  new: $localize`:@@disposal.new:Ny gallring`,
  kind: $localize`:@@disposal.kind:Vad ska gallras?`,
  before: $localize`:@@disposal.before:Det som är äldre än`,
  hidden: $localize`:@@disposal.hidden:Vilka dolda texter?`,
  hiddenBy: $localize`:@@disposal.hidden-by:dolt enligt`,
  kept: $localize`:@@disposal.kept:Gallras aldrig.`,
  noneHidden: $localize`:@@disposal.none-hidden:Inget är dolt.`,
  choose: $localize`:@@disposal.choose:Välj minst en text.`,
  look: $localize`:@@disposal.look:Se vad som skulle tas bort`,
  would: $localize`:@@disposal.would:Det här skulle tas bort`,
  oldest: $localize`:@@disposal.oldest:De äldsta:`,
  nothing: $localize`:@@disposal.nothing:Det finns inget att ta bort.`,
  forEver: $localize`:@@disposal.for-ever:Det går inte att ångra.`,
  do: $localize`:@@disposal.do:Gallra för alltid`,
  disposed: $localize`:@@disposal.disposed:Gallringen är gjord.`,
  done: $localize`:@@disposal.done:Gallrat`,
  olderThan: $localize`:@@disposal.older-than:äldre än`,
  none: $localize`:@@disposal.none:Inget har gallrats.`,
});

/** Why nothing was removed; where an event would tell the text still, which one. */
export function disposalProblemText(error: unknown, language: Language): string {
  const text = problemText(error);
  const { code, facts } = problemOf(error) ?? {};
  if (code !== 'disposal.still-told' || !facts) return text;
  const action = auditActionText(String(facts['action']), language);
  const day = dateLabel(stockholmDate(String(facts['at'])), language);
  return `${text} ${$localize`:@@disposal.told-by:Händelsen är ”${action}:action:”, nummer ${facts['event']}:event:, den ${day}:day:.`}`;
}
