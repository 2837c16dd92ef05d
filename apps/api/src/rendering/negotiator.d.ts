/** What is used of it; the published types do not know `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | undefined>> });

    /** Those of the available encodings that the client takes, what it likes best first; what it likes alike in the preferred order. */
    encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
  }
}
