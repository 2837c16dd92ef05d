/** How long a password is, in characters. Fifteen need no other rule (NIST SP 800-63B); twelve is the least here. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** The rule that a new password breaks, as its code; undefined when it may be used. */
export function passwordFault({ length }: string): 'password.too-short' | 'password.too-long' | undefined {
  if (length < PASSWORD_LENGTH.least) return 'password.too-short';
  return length > PASSWORD_LENGTH.most ? 'password.too-long' : undefined;
}
