/** Which names stand in both lists and keep their order to one another: as many as can be, so that as few as can be are said to have moved. */
export function stayingOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.filter((name) => before.includes(name)).map((name) => ({ name, at: before.indexOf(name) }));
  /** The longest run that ends with each place. */
  const runs: string[][] = [];
  for (const [index, { name, at }] of places.entries()) {
    const earlier = places.slice(0, index).flatMap((place, i) => (place.at < at ? [runs[i] ?? []] : []));
    runs.push([...longest(earlier), name]);
  }
  return new Set(longest(runs));
}

function longest(runs: readonly (readonly string[])[]): readonly string[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}
