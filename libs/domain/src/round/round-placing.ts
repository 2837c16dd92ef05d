import { awaitedOn, type AwaitedValue } from '../time/awaited-value.js';
import {
  addDays,
  addMonths,
  dueDate,
  isMeasuredIn,
  lastDayInTime,
  latestDuePeriods,
  overdueDate,
  periodEnd,
  periodStart,
  type CalendarRules,
} from '../time/calendar.js';
import {
  comparePeriods,
  firstMonthPosition,
  isSamePeriod,
  monthsIn,
  periodPosition,
  previousPeriod,
  type Instant,
  type IsoDate,
  type Period,
} from '../time/period.js';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { stockholmDate } from '../time/stockholm.js';
import { lastDayOfRound, roundState, type RoundContent } from './round.js';

/** More than a year of months: of an indicator one round asks for no more periods. */
const PERIODS_OF_A_ROUND = 15;

/** A round with its period, and the day after which a figure must be due to be asked for in it. */
type Placed<Round> = Round & { readonly of: Period; readonly after: IsoDate };

/**
 * The rounds that ask for a figure. A period belongs to the round of that very period, else to the first one, by its last day, in which it has
 * ended and is due, and that has not passed since the round before (without one: in the time of one period). What is published after a
 * round's last day is not asked for in it: the calendar of the indicator alone tells when it is late.
 */
export class RoundsByDay<Round extends RoundContent = RoundContent> {
  private readonly inOrder: readonly Placed<Round>[];

  constructor(rounds: readonly Round[]) {
    const held = rounds.filter(({ isCancelled }) => !isCancelled);
    this.inOrder = held
      .map((round) => ({ ...round, of: parsePeriod(round.period), after: askedAfter(round, held) }))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || comparePeriods(a.of, b.of));
  }

  /** The round of a period, unless it was cancelled. */
  ofPeriod(period: string): Round | undefined {
    return this.inOrder.find((round) => round.period === period);
  }

  /** The round that asks for an indicator's figure of a period; undefined when none does. */
  asking(period: Period, rules: CalendarRules): Round | undefined {
    if (!isMeasuredIn(period, rules)) return undefined;
    const due = dueDate(period, rules);
    const fitting = this.inOrder.filter(
      ({ of, dueOn, after }) => due > after && due <= dueOn && periodPosition(period) <= periodPosition(of),
    );
    return fitting.find(({ of }) => isSamePeriod(of, period)) ?? fitting[0];
  }

  /** The periods of an indicator that a round asks for, oldest first. */
  askedIn(code: string, rules: CalendarRules): readonly Period[] {
    const round = this.inOrder.find(({ period }) => period === code);
    if (!round) return [];
    return latestDuePeriods(rules, round.dueOn, PERIODS_OF_A_ROUND).filter((period) => this.asking(period, rules)?.period === code);
  }

  /** The periods that end within the round's but are published after its last day: not late, whatever the round says. */
  notYetDueIn(code: string, rules: CalendarRules): readonly Period[] {
    const round = this.inOrder.find(({ period }) => period === code);
    if (!round) return [];
    const [from, to] = [firstMonthPosition(round.of), periodPosition(round.of)];
    return latestDuePeriods(rules, addDays(periodEnd(round.of), Math.max(0, rules.lagDays)), PERIODS_OF_A_ROUND).filter(
      (period) => periodPosition(period) >= from && periodPosition(period) <= to && dueDate(period, rules) > round.dueOn,
    );
  }

  /** The last day of those that are open, up to which figures are asked for; the day itself when none is. */
  askedUntil(today: IsoDate): IsoDate {
    const open = this.inOrder.filter((round) => round.opensOn <= today && today <= lastDayOfRound(round));
    return open.reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), today);
  }

  /** Whether a figure is asked for on a day: by the indicator's own calendar, or since a round has opened that asks for it. */
  isAskedFor(period: Period, rules: CalendarRules, today: IsoDate): boolean {
    const round = this.asking(period, rules);
    return dueDate(period, rules) <= today || (round !== undefined && round.opensOn <= today && periodStart(period) <= today);
  }

  /** Whether the round that asked for a figure is locked: what comes now is said why. */
  isLocked(period: Period, rules: CalendarRules, today: IsoDate): boolean {
    const round = this.asking(period, rules);
    return round !== undefined && roundState(round, today) === 'locked';
  }

  /** From when on a figure that is approved now is public. */
  publicFrom(period: Period, rules: CalendarRules, now: Instant): Instant {
    const publishAt = this.asking(period, rules)?.publishAt ?? now;
    return Date.parse(publishAt) > Date.parse(now) ? publishAt : now;
  }

  /**
   * A value that is waited for, as the plan of the rounds has it: what is approved before its round becomes public waits until then, so it is
   * neither expected nor late before that day.
   */
  asPlanned(waiting: AwaitedValue, rules: CalendarRules, today: IsoDate): AwaitedValue {
    const { period } = waiting;
    const date = this.publicOn(period, rules);
    if (date === undefined || date <= waiting.date) return waiting;
    return awaitedOn({ period, date, lateFrom: this.lateFrom(period, rules) }, today);
  }

  /** From which day on everybody is told that a value is late: by its calendar, but not while it may wait for its round to become public. */
  lateFrom(period: Period, rules: CalendarRules): IsoDate {
    const [calendar, publicOn] = [overdueDate(period, rules), this.publicOn(period, rules)];
    return publicOn === undefined || publicOn < calendar ? calendar : addDays(publicOn, 1);
  }

  private publicOn(period: Period, rules: CalendarRules): IsoDate | undefined {
    const publishAt = this.asking(period, rules)?.publishAt;
    return publishAt === undefined ? undefined : stockholmDate(publishAt);
  }

  /**
   * The last day in time: the round's with its grace; by the calendar where no round asks, or where it had passed before the round opened. Something
   * new has its time whatever the round says.
   */
  lastDay(period: Period, rules: CalendarRules): IsoDate {
    const [round, calendar] = [this.asking(period, rules), lastDayInTime(period, rules)];
    if (round === undefined || calendar < round.opensOn) return calendar;
    const [ofRound, earliest] = [lastDayOfRound(round), rules.lateAtEarliest];
    return earliest !== undefined && earliest > ofRound ? addDays(earliest, -1) : ofRound;
  }
}

/** The last day of the round of the period before, where there was one. */
function askedAfter({ period, dueOn }: RoundContent, rounds: readonly RoundContent[]): IsoDate {
  const of = parsePeriod(period);
  const before = periodCode(previousPeriod(of));
  return rounds.find((round) => round.period === before)?.dueOn ?? addMonths(dueOn, -monthsIn(of.cadence));
}
