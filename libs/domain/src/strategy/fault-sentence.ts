import { wordIn, type Language, type Words } from '../language.js';
import { type Fault } from './fault.js';
import { faultText } from './fault-words.js';

/** What an item of a list is called; the indicator of a target and the actor of a role are its names. */
const NOUNS: Words<string> = {
  territories: ['område', 'territory'],
  actors: ['aktör', 'actor'],
  indicators: ['indikator', 'indicator'],
  areas: ['utvecklingsområde', 'area'],
  goals: ['mål', 'goal'],
  roles: ['roll för', 'role of'],
  targets: ['målvärde för', 'target for'],
  indicatorsWithoutTarget: ['indikator utan målvärde', 'indicator without target'],
  milestones: ['delmål', 'milestone'],
  actions: ['åtgärd', 'action'],
  breaks: ['brott från', 'break from'],
  irregularYears: ['år', 'year'],
  balance: ['balans, term', 'balance, term'],
  perLocality: ['ort', 'locality'],
};
const OWN_NAMES = ['slug', 'code', 'indicator', 'actor', 'firstPeriod', 'period'] as const;

/**
 * A fault for the person who wrote the file, with the names that stand in it: `Area "Leva", goal "Fler bor här": slug "a b" is no slug
 * (areas.0.goals.1.slug).` Names are quoted as JSON is, since a file that is refused may hold what a terminal obeys.
 */
export function faultSentence({ path, code, text }: Fault, content: unknown, language: Language): string {
  const items: string[] = [];
  let fields: (string | number)[] = [];
  let there = content;
  for (const key of path) {
    there = childOf(there, key);
    if (typeof key !== 'number') fields.push(key);
    else {
      const list = fields.join('.');
      items.push(`${nounOf(list, language)} ${nameOf(there, content) ?? key + 1}`);
      fields = [];
    }
  }
  const [field, offending] = [fields.join('.'), text === '' || text === fields.at(-1) ? '' : JSON.stringify(text)];
  const said = [field, offending].filter((part) => part !== '').join(' ');
  const about = [items.join(', '), said].filter((part) => part !== '').join(': ');
  // A field of no list is its own place.
  const place = items.length > 0 ? ` (${path.join('.')})` : '';
  return `${capital(items.length > 0 || about === '', about || wordIn(['filen', 'the file'], language))} ${faultText(code, language)}${place}.`;
}

const nounOf = (list: string, language: Language): string =>
  Object.hasOwn(NOUNS, list) ? wordIn(NOUNS[list] ?? [list, list], language) : wordIn([`${list}, post`, `${list}, item`], language);

/** `"Folkmängd"`: what people call an item, or what it is about; undefined for one that says neither. */
function nameOf(item: unknown, file: unknown): string | undefined {
  const own = textAt(item, 'name', 'sv') ?? textAt(item, 'title', 'sv');
  if (own !== undefined) return JSON.stringify(own);
  const slug = OWN_NAMES.map((key) => textAt(item, key)).find((name) => name !== undefined);
  if (slug === undefined) return undefined;
  const named = ['indicators', 'actors'].flatMap((list) => itemsOf(childOf(file, list))).find((one) => textAt(one, 'slug') === slug);
  return JSON.stringify(textAt(named, 'name', 'sv') ?? slug);
}

const capital = (isSentence: boolean, text: string): string => (isSentence ? text.charAt(0).toUpperCase() + text.slice(1) : text);
const itemsOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

function textAt(from: unknown, ...keys: readonly string[]): string | undefined {
  const text = keys.reduce(childOf, from);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** What stands at a key, whatever it is looked for in. */
function childOf(parent: unknown, key: string | number): unknown {
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? (parent as Record<string | number, unknown>)[key]
    : undefined;
}
