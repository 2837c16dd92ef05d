/** The words that lead to the release calendar, wherever they stand. */
export const calendarLink = (): string => $localize`:@@calendar.link:När nästa siffror väntas`;
