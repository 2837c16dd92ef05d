import '@angular/localize/init';

/** What the section about mails says. */
export const notificationTexts = () => ({
  heading: $localize`:@@notifications.heading:E-post om uppgifter`,
  noServer: $localize`:@@notifications.no-server:Den här installationen skickar ingen e-post än. Det du väljer börjar gälla när den gör det.`,
  noAddress: $localize`:@@notifications.no-address:Ditt konto har ingen e-postadress, så ingen e-post kommer till dig. Be den som är administratör att lägga till den.`,
  info: $localize`:@@notifications.info:Allt som gäller samma dag kommer i ett enda brev.`,
  before: $localize`:@@notifications.before:Innan något ska vara inlämnat`,
  after: $localize`:@@notifications.after:När något är försenat`,
  queue: $localize`:@@notifications.queue:När något väntar på din granskning`,
  atOnce: $localize`:@@notifications.at-once:Skriv till mig också`,
  onLastDay: $localize`:@@notifications.on-last-day:på sista dagen`,
  returned: $localize`:@@notifications.returned:genast när något skickas tillbaka till mig`,
  approved: $localize`:@@notifications.approved:genast när något jag har lämnat in godkänns`,
  timeDecided: $localize`:@@notifications.time-decided:genast när jag får svar om mer tid`,
  questions: $localize`:@@notifications.questions:Frågor om siffror`,
  asked: $localize`:@@notifications.asked:genast när en kollega frågar mig eller svarar på min fråga`,
  save: $localize`:@@notifications.save:Spara`,
  undo: $localize`:@@notifications.undo:Ångra`,
  saved: $localize`:@@notifications.saved:Dina val är sparade.`,
  undone: $localize`:@@notifications.undone:Dina val är som de var förut.`,
  never: $localize`:@@notifications.never:aldrig`,
});

/** A number of days, as each of the three choices says it. */
export const DAYS_TEXTS = {
  daysBefore: (days: number): string =>
    days === 1 ? $localize`:@@notifications.one-before:dagen före` : $localize`:@@notifications.days-before:${days}:count: dagar före`,
  everyDaysAfter: (days: number): string =>
    days === 1
      ? $localize`:@@notifications.every-day:varje dag`
      : $localize`:@@notifications.every-days:dagen efter, och sedan med ${days}:count: dagars mellanrum`,
  queueAfter: (days: number): string =>
    days === 1
      ? $localize`:@@notifications.queue-one:efter en dag, och sedan varje dag`
      : $localize`:@@notifications.queue-days:efter ${days}:count: dagar, och sedan lika ofta`,
} as const;
