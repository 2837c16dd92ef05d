/** A session as administrators name it: the beginning of the hash of its token, with which nobody can sign in. */
export const sessionName = (tokenHash: Buffer): string => tokenHash.toString('hex').slice(0, 16);
