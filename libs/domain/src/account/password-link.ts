/** What a link to choose a password is for: the first one of somebody invited, or another for somebody who lost theirs. */
export const PASSWORD_LINK_KINDS = ['invitation', 'reset'] as const;
export type PasswordLinkKind = (typeof PASSWORD_LINK_KINDS)[number];

/** For how many hours a link works. Somebody invited may be on leave; somebody who lost a password waits for the mail. */
export const PASSWORD_LINK_HOURS: Readonly<Record<PasswordLinkKind, number>> = { invitation: 7 * 24, reset: 2 };
