/** From two recordings of one request, made for two entries, a template: what differs between them must be a known fact. */
import { createHash } from 'node:crypto';

/** The digest of what an entry says, which its event tells: an entry's own, and one like any other to who only writes it. */
const SAYS = /"says":"[0-9a-f]{64}"/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const TEXT_FACTS = ['entryId', 'key', 'breakdown', 'period'];
const NUMBER_FACTS = ['seriesId', 'periodEnd'];

/**
 * Each recording: `{ statements: [{ client, text, name, values }], answer, facts }`. Gives `{ statements, answer }` for
 * `replayOf`. Throws when the two are not the same statements, or differ in something that is no known fact.
 */
export function templateOf(one, other) {
  const texts = ({ statements }) => statements.map(({ text }) => text).join('\n');
  if (texts(one) !== texts(other)) throw new Error('The application sent other statements for the second entry than for the first');
  const inside = transactionsOf(one.statements);
  const statements = one.statements.map(({ text, name, values }, at) => ({
    text,
    ...(values.length > 0 && { name: name ?? `bare.${createHash('sha256').update(text).digest('hex').slice(0, 24)}` }),
    values: values.map((value, place) =>
      valueTemplate([value, other.statements[at].values[place]], [one.facts, other.facts], { text, place }),
    ),
    ...inside[at],
    readsHash: /select hash from audit_event/.test(text),
  }));
  return { statements, answer: textTemplate([one.answer, other.answer], [one.facts, other.facts]) };
}

/** Which statements run inside a transaction: those of the connection that began one, until its end. */
function transactionsOf(statements) {
  let open;
  return statements.map(({ client, text }) => {
    const begins = /^(start transaction|begin)/i.test(text);
    if (begins) open = client;
    const isInside = client === open;
    if (isInside && /^(commit|rollback)$/i.test(text)) open = undefined;
    return { begins, isInside };
  });
}

function valueTemplate([value, otherValue], facts, { text, place }) {
  const isSame = JSON.stringify(value) === JSON.stringify(otherValue);
  if (isSame) return value?.hex === undefined ? { constant: value?.date ? new Date(value.date) : value } : { bytes: value.hex };
  if (value?.date) return { fact: 'now' };
  if (value?.hex) return { fact: bytesOf(text, place) };
  if (typeof value === 'string') return { text: textTemplate([value, otherValue], facts) };
  const fact = NUMBER_FACTS.find((name) => value === facts[0][name] && otherValue === facts[1][name]);
  if (!fact) throw new Error(`Value ${place + 1} of "${text}" differs in a way the bench does not know: ${value}, ${otherValue}`);
  return { fact };
}

const bytesOf = (text, place) => (/insert into audit_event/i.test(text) ? ['', 'previous', 'chain'][place] : 'fingerprint');

function textTemplate(texts, facts) {
  const [one, other] = texts.map((text, at) => withPlaces(text, facts[at]));
  if (one !== other) throw new Error(`A text differs in a way the bench does not know: ${one} and ${other}`);
  return one;
}

function withPlaces(text, facts) {
  const known = TEXT_FACTS.reduce((found, name) => found.replaceAll(facts[name], `⟦${name}⟧`), text);
  return known.replace(INSTANT, '⟦now⟧').replace(SAYS, '"says":"⟦says⟧"');
}
