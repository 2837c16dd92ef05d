/** A person's address, or that there is none: a user name is not one. */
export const emailText = (email: string | undefined): string => email ?? $localize`:@@person.no-email:ingen`;
