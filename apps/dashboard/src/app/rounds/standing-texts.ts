import type { Stand, Standing } from './round-standing.js';

/** What the part of a page about how far a round has come says. */
export const standingTexts = () => ({
  done: (done: number, all: number) => $localize`:@@round.done:${done}:done: av ${all}:all: klara`,
  standing: ({ overdue, waiting }: Standing): string => [lateText(overdue), waitingText(waiting)].join(', ') + '.',
  nothing: $localize`:@@round.nothing:Omgången frågar inte efter några värden som du följer.`,
  departments: $localize`:@@round.departments:Så långt har förvaltningarna kommit`,
  persons: $localize`:@@round.persons:Vem har vad i hand`,
  tasks: $localize`:@@round.tasks:Värdena i omgången`,
  requests: $localize`:@@round.requests:Ber om mer tid`,
  each: $localize`:@@round.each:Värde för värde`,
  department: $localize`:@@round.department:Förvaltning`,
  state: $localize`:@@round.state:Läge`,
  all: $localize`:@@round.all:Alla`,
  stands: {
    kvar: $localize`:@@round.left:Inte klara`,
    sena: $localize`:@@round.late:Försenade`,
    granskas: $localize`:@@round.waiting:Väntar på granskning`,
    klara: $localize`:@@round.ready:Klara`,
  } satisfies Readonly<Record<Stand, string>>,
  count: (shown: number, all: number) => $localize`:@@round.count:${shown}:shown: av ${all}:all: värden`,
  notYetDue: $localize`:@@round.not-yet-due:Inte med: publiceras först efter sista dagen`,
  publishedOn: (day: string) => $localize`:@@round.published-on:publiceras först ${day}:day:`,
  columns: {
    doneOf: (done: number, all: number) => $localize`:@@round.done-of:${done}:done: av ${all}:all:`,
    done: $localize`:@@round.column-done:Klara`,
    reporters: $localize`:@@round.column-reporters:Kan rapportera`,
    reviewers: $localize`:@@round.column-reviewers:Granskar`,
    nobody: $localize`:@@round.nobody:ingen`,
    person: $localize`:@@round.column-person:Person`,
    inHand: $localize`:@@round.column-in-hand:Påbörjat`,
    indicator: $localize`:@@round.column-indicator:Indikator`,
    example: (name: string) => $localize`:@@round.example:${name}:name: (exempel)`,
    territory: $localize`:@@round.column-territory:Område`,
    period: $localize`:@@round.column-period:Period`,
    lastDay: $localize`:@@round.column-last-day:Sista dag`,
    by: $localize`:@@round.column-by:Vem har det`,
    answer: $localize`:@@round.column-answer:Svar`,
  },
});

const lateText = (count: number): string =>
  count === 0 ? $localize`:@@round.none-late:Inget är försenat` : $localize`:@@round.some-late:Försenade: ${count}:count:`;

const waitingText = (count: number): string =>
  count === 0
    ? $localize`:@@round.none-waiting:inget väntar på granskning`
    : $localize`:@@round.some-waiting:väntar på granskning: ${count}:count:`;
