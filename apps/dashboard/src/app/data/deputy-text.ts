/** In whose place something is done, or was: "som ersättare för Eva Berg". */
export function deputyText(away: readonly string[]): string {
  return $localize`:@@deputy.as:som ersättare för ${away.join(', ')}:names:`;
}
