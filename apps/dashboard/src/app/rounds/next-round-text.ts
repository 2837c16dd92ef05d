import { dateLabel, lastDayOfRound, roundName, type Language, type RoundContent } from '@slusen/domain';

/** What comes by a rule, as an example: "Nästa: Uppföljning kvartal 4 2026, öppnar 1 januari 2027, sista dag 20 januari 2027". */
export function nextRoundText(round: RoundContent, language: Language): string {
  const name = roundName(round.period, language);
  const [opens, due, grace] = [round.opensOn, round.dueOn, lastDayOfRound(round)].map((day) => dateLabel(day, language));
  const next = $localize`:@@round-rule.next:Nästa: ${name}:name:, öppnar ${opens}:opens:, sista dag ${due}:due:`;
  return round.graceDays > 0 ? $localize`:@@round-rule.next-grace:${next}:next:, respit till ${grace}:grace:.` : `${next}.`;
}
