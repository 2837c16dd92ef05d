import { wordIn, type Language } from '../language.js';
import { addDays } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';

/** What is removed for ever by a decision: who somebody was, or what is older than a day, or what stands under what is hidden. */
export const DISPOSAL_KINDS = ['leaver', 'events', 'working-material', 'masked', 'mails'] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

/** Those that are about everything older than a day. */
export const DATED_DISPOSALS = ['events', 'working-material', 'mails'] as const satisfies readonly DisposalKind[];
export type DatedDisposal = (typeof DATED_DISPOSALS)[number];

/** For so many days each is kept at least: ninety of the trail can always be asked for, and an answer to a repeated request stands for 31. */
export const DISPOSAL_LEAST_DAYS: Readonly<Record<DatedDisposal, number>> = { events: 90, 'working-material': 31, mails: 7 };

/** The decision without which nothing is removed. */
export interface DisposalDecision {
  /** Who decided: "Kommunstyrelsen". */
  readonly body: string;
  readonly decidedOn: IsoDate;
  /** Its paragraph or number: "§ 12", "KS 2026/118". */
  readonly reference: string;
}

/** "Kommunstyrelsen 2026-11-17 § 12". */
export const disposalDecisionText = ({ body, decidedOn, reference }: DisposalDecision): string => `${body} ${decidedOn} ${reference}`;

/** The rule that a disposal of what was before a day breaks on a day, as its code; undefined when it breaks none. */
export function disposalFault(
  { kind, before, decidedOn }: { readonly kind: DatedDisposal; readonly before: IsoDate; readonly decidedOn?: IsoDate },
  today: IsoDate,
): 'disposal.too-late' | 'disposal.not-decided' | undefined {
  if (before > latestDisposalDay(kind, today)) return 'disposal.too-late';
  return decidedOn !== undefined && decidedOn > today ? 'disposal.not-decided' : undefined;
}

/** The latest day before which everything of a kind may be removed today. */
export const latestDisposalDay = (kind: DatedDisposal, today: IsoDate): IsoDate => addDays(today, -DISPOSAL_LEAST_DAYS[kind]);

const PSEUDONYM = /^Tidigare användare (\d+)$/;

/** What somebody who left is called, by the number of their pseudonym. */
export const pseudonymOf = (number: number): string => `Tidigare användare ${number}`;

/** A person's name as it is read: a pseudonym in the language of the page, every other name as it is. */
export function personName(name: string, language: Language): string {
  const [, number] = PSEUDONYM.exec(name) ?? [];
  return number === undefined ? name : wordIn([name, `Former user ${number}`], language);
}
