/** What every contract is held to, whatever it is about: an example is taken as it is, and what differs from it is stripped or refused. */
import type * as z from 'zod';

/** A product's own code (`slug.malformed`), which takes the place of what zod calls the fault. */
const OWN_CODE = /^[a-z-]+\.[a-z-]+$/;

/** What a contract finds wrong, as `place: code`. */
export function faultsOf(contract: z.ZodType, content: unknown): string[] {
  const issues = contract.safeParse(content).error?.issues ?? [];
  return issues.map(({ path, code, message }) => `${path.join('.')}: ${OWN_CODE.test(message) ? message : code}`);
}

/** A place in an answer: names of fields and positions in lists. */
type Place = readonly (string | number)[];
type Holder = Record<string | number, unknown>;

/** A copy of an example with another thing at a place; undefined leaves the field out, as JSON does. */
export function changedAt(example: unknown, place: Place, thing: unknown): unknown {
  const copy: unknown = structuredClone(example);
  const holder = place.slice(0, -1).reduce((object, key) => (object as Holder)[key], copy) as Holder;
  Object.assign(holder, { [place.at(-1) ?? '']: thing });
  return copy;
}

/** Every place in an example with what stands there, the whole first; of a list only the first item, since all are alike. */
function* placesIn(content: unknown, place: Place = []): Generator<readonly [Place, unknown]> {
  yield [place, content];
  if (typeof content !== 'object' || content === null) return;
  const parts = Object.entries(content).map(([key, part]) => [Array.isArray(content) ? Number(key) : key, part] as const);
  for (const [key, part] of Array.isArray(content) ? parts.slice(0, 1) : parts) yield* placesIn(part, [...place, key]);
}

const named = (place: Place): string => place.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
const isRecord = (content: unknown): boolean => typeof content === 'object' && content !== null && !Array.isArray(content);
const ofAnotherKind = (content: unknown): unknown[] => [null, Array.isArray(content) ? {} : typeof content === 'string' ? 42 : 'text'];

/** What is particular about a contract. */
interface Particulars {
  /** Fields that may be left out, as `goals.*.target`; every other one of the example must be there. */
  readonly optional?: readonly string[];
  /** What happens to fields that it does not know: answers lose them, what people send is refused. */
  readonly unknown: 'stripped' | 'refused';
}

/**
 * Specs that an example of a contract is taken as it is, also as JSON, that each field is of its kind, and that none can be left out but
 * those named. The example holds every field there is.
 */
export function specContract(contract: z.ZodType, example: unknown, { optional = [], unknown }: Particulars): void {
  const places = [...placesIn(example)];
  const takes = (content: unknown): boolean => contract.safeParse(content).success;

  it('takes the example and gives it back unchanged, also as JSON', () => {
    expect(contract.parse(example)).toEqual(example);
    expect(contract.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
  });

  it(`has unknown fields ${unknown}, wherever they stand`, () => {
    for (const [place] of places.filter(([, content]) => isRecord(content))) {
      const more = changedAt(example, [...place, 'passwordHash'], 'x');
      if (unknown === 'stripped') expect(contract.parse(more)).withContext(named(place)).toEqual(example);
      else
        expect(faultsOf(contract, more))
          .withContext(named(place))
          .toEqual([`${place.join('.')}: unrecognized_keys`]);
    }
  });

  it(`cannot do without any field but ${optional.length ? optional.join(', ') : 'none'}`, () => {
    const fields = places.filter(([place]) => typeof place.at(-1) === 'string');
    const spared = fields.filter(([place]) => takes(changedAt(example, place, undefined))).map(([place]) => named(place));
    expect(spared.sort()).toEqual([...optional].sort());
  });

  it('refuses another kind of thing in any place', () => {
    for (const [place, content] of places.slice(1)) {
      const taken = ofAnotherKind(content).filter((other) => takes(changedAt(example, place, other)));
      expect(taken).withContext(named(place)).toEqual([]);
    }
    expect([undefined, null, 'text', 42, []].filter(takes)).toEqual([]);
  });
}
