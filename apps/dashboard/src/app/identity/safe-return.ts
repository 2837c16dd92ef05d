/** Where to go after signing in: an address of this application only, never another site's. */
export function safeReturn(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) ? address : '';
}
