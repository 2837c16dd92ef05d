import { hash, randomInt } from 'node:crypto';

/** Crockford's letters and digits: none that is taken for another one when it is read from a terminal and typed. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const IN_GROUP = 4;

/** A new code of 80 random bits, in groups that can be read aloud: `7K2M-QX4D-…`. */
export function newCode(): string {
  const group = () => Array.from({ length: IN_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** SHA-256 of the code as it is meant, however it was typed; so much randomness needs no slower one. */
export function codeHash(typed: string): Buffer {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return hash('sha256', letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1'), 'buffer');
}
