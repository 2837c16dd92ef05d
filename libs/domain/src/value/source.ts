/** The address a source is written as, if it is one; only http and https lead anywhere. */
export function sourceAddress(source: string): string | undefined {
  return /^https?:\/\/\S+$/.test(source) && URL.canParse(source) ? source : undefined;
}

/** A source in short: an address by its site ("dagensvimmerby.se"), anything else as it is written. */
export function sourceLabel(source: string): string {
  const address = sourceAddress(source);
  return address === undefined ? source : new URL(address).hostname.replace(/^www\./, '');
}
