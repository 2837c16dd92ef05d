/** Put in when the program is compiled (tooling/compile.mjs). */
declare const SLUSEN_VERSION: string;

/** The version of the program, as it was built. */
export const VERSION: string = SLUSEN_VERSION;
