import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';

type Json = Record<string, unknown>;

/** One request to send as it stands. */
export interface Attack {
  readonly path: string;
  readonly query: string;
  readonly body: string | Buffer | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** One route of the API's description. */
export interface DescribedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Schemas of the query's parameters and of the body, with references resolved. */
  readonly query: Readonly<Record<string, Json>>;
  readonly body: Json | undefined;
}

/** Every route of the document. */
export function routesOf(document: OpenAPIObject): DescribedRoute[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = (operation.parameters ?? []) as { in: string; name: string; schema: Json }[];
      const query = Object.fromEntries(
        parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, resolved(schema, schemas)]),
      );
      const content = (operation.requestBody as { content?: Record<string, { schema: Json }> } | undefined)?.content?.['application/json'];
      return [
        { method: method.toUpperCase() as DescribedRoute['method'], path, query, body: content && resolved(content.schema, schemas) },
      ];
    }),
  );
}

function resolved(schema: Json, schemas: Readonly<Record<string, Json>>): Json {
  const reference = schema['$ref'];
  const found = typeof reference === 'string' ? (schemas[reference.replace('#/components/schemas/', '')] ?? {}) : schema;
  return Object.fromEntries(
    Object.entries(found).map(([word, value]) => {
      if (word === 'properties')
        return [
          word,
          Object.fromEntries(Object.entries(value as Record<string, Json>).map(([name, inner]) => [name, resolved(inner, schemas)])),
        ];
      return [word, word === 'items' ? resolved(value as Json, schemas) : value];
    }),
  );
}

const BAD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfff',
  '\u202e',
  '🌲'.repeat(300),
  'x'.repeat(5000),
  "'; drop table entry; --",
  '${7*7}',
  '<script>',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '0x10',
  '1e2',
  'NaN',
  '١٢',
];
const badText = fc.constantFrom(...BAD_TEXTS);
const badNumber = fc.constantFrom<unknown>(1e15, -1e15, 1e308, -0, 0.1234567, 2 ** 53, 4e-320, 1.5, -1);
const badValue: fc.Arbitrary<unknown> = fc.oneof(
  badText,
  badNumber,
  fc.constantFrom<unknown>(null, true, [], {}, [[]], { $ne: null }, ['x', 'x'], { toString: 'x' }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Something that fits a schema, or nearly: how else would a request get further than the door. */
export function fitting(schema: Json): fc.Arbitrary<unknown> {
  const {
    enum: words,
    type,
    properties,
    required = [],
    items,
  } = schema as { enum?: unknown[]; type?: string; properties?: Record<string, Json>; required?: string[]; items?: Json };
  if (words) return fc.constantFrom(...words);
  if (type === 'object' && properties) {
    const entries = Object.entries(properties).map(
      ([name, inner]) => [name, required.includes(name) ? fitting(inner) : fc.option(fitting(inner), { nil: undefined })] as const,
    );
    return fc.record(Object.fromEntries(entries));
  }
  if (type === 'array') return fc.array(fitting(items ?? {}), { maxLength: 3 });
  if (type === 'number' || type === 'integer') return fc.integer({ min: -5, max: 5000 });
  if (type === 'boolean') return fc.boolean();
  return fc.constantFrom('foretagsbesok', 'biblioteksbesok', 'reporter', '2024-Q4', '2023-Q1', '0884', '', 'Därför', 'ett långt lösenord');
}

/** The same with one place spoiled, a field too many, or one too few. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return badValue;
  const names = Object.keys(value);
  const withField = (name: string, field: unknown) => ({ ...value, [name]: field });
  return fc.oneof(
    fc.tuple(fc.constantFrom(...names), badValue).map(([name, field]) => withField(name, field)),
    fc
      .tuple(fc.constantFrom('okänt', 'id', 'version', 'state', 'hasOwnProperty', ''), badValue)
      .map(([name, field]) => withField(name, field)),
    fc.constantFrom(...names).map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
    badValue,
  );
}

const DEEP = 50_000;
/** Bodies that are no JSON, or JSON that no one should read. */
const rawBodies = fc.constantFrom<string | Buffer>(
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"a":1}{"a":1}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"quality":"final","__proto__":{"value":1}}',
  `{"answers":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  `{"comment":"${'x'.repeat(1_100_000)}"}`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('\ufeff{"action":"submit"}'),
  '{"value":1e400,"quality":"final"}',
  '{"value":1,"value":2,"quality":"final"}',
  '\u0000',
);

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/jsonp',
  ';',
  'application/problem+json',
];
const pathPart = (known: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(
      '%00',
      '%ff',
      '%ED%A0%80',
      '%2F..%2F..%2Fetc%2Fpasswd',
      '..%2f',
      '%2e%2e',
      '.',
      '%20',
      '%0d%0aset-cookie:x=1',
      '__proto__',
      'constructor',
      'a'.repeat(201),
      '%25%30%30',
      '%C3%85',
      '*',
      "'",
      '%',
      'a%00b',
      '%E2%80%AE',
      'x;y',
      '1',
      '-1',
      '00000000-0000-0000-0000-000000000000',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed()) || '-'),
  );

function queryOf(schemas: Readonly<Record<string, Json>>): fc.Arbitrary<string> {
  const pair = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`;
  const declared = Object.entries(schemas).map(([name, schema]) =>
    fc.oneof(fitting(schema), badText, fc.constantFrom('1', '0', '1001', '-1', '1.5', '9999999')).map((value) => pair(name, value)),
  );
  const unknown = fc.constantFrom(
    'okänd=1',
    '__proto__=x',
    '__proto__[x]=1',
    'constructor=x',
    'a[b]=c',
    'a[]=1',
    'limit=1&limit=2',
    'q=%00',
    'q=%ED%A0%80',
    'q=%',
    'q=%zz',
    '&&&',
    '=',
    `q=${'x'.repeat(10_000)}`,
    'limit=1e3',
    'offset=NaN',
    'breakdown=%00',
    'territory=%00',
    'period=2024K3',
  );
  return fc
    .tuple(...declared.map((one) => fc.option(one, { nil: undefined })), fc.option(unknown, { nil: undefined, freq: 3 }))
    .map((parts) => parts.filter((part) => part !== undefined && part !== '').join('&'));
}

const tags = fc.constantFrom('"1"', '"2"', '1', '"999"', '', '*', 'W/"1"', 'x', '"-1"', '9'.repeat(400), '"1", "2"');
const keys = fc.oneof(fc.uuid(), fc.constantFrom('', 'kort', 'x'.repeat(101), 'med mellanslag här', 'samma-nyckel', "'; --------"));

/** Requests to one route: some that nearly fit, most that do not. `known` are names that there is something behind. */
export function attacksOn({ method, path, query, body }: DescribedRoute, known: readonly string[]): fc.Arbitrary<Attack> {
  const holes = path.split('/').filter((part) => part.startsWith('{')).length;
  const bodies = body
    ? fc.oneof(
        {
          weight: 6,
          arbitrary: fitting(body)
            .chain((value) => fc.oneof({ weight: 1, arbitrary: fc.constant(value) }, { weight: 4, arbitrary: spoiled(value) }))
            .map((value) => JSON.stringify(value)),
        },
        { weight: 2, arbitrary: rawBodies },
      )
    : fc.option(rawBodies, { nil: undefined, freq: 2 });
  return fc
    .record({
      parts: fc.tuple(...Array.from({ length: holes }, () => pathPart(known))),
      query: queryOf(query),
      body: method === 'GET' ? fc.constant(undefined) : bodies,
      type: fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom(...TYPES) }),
      tag: tags,
      key: keys,
      more: fc.constantFrom<Record<string, string>>(
        {},
        {},
        {},
        { 'content-encoding': 'gzip' },
        { accept: 'text/html' },
        { 'if-none-match': '*' },
        { 'if-none-match': '"x", W/"y"' },
        { 'accept-language': '§' },
        { range: 'bytes=0-' },
        { 'transfer-encoding': 'x' },
        { expect: '200-ok' },
        { cookie: '__Host-slusen=a; __Host-slusen=%zz; =; ;;' },
        { origin: '' },
        { host: '' },
      ),
    })
    .map(({ parts, query: text, body: content, type, tag, key, more }) => ({
      path: parts.reduce<string>((filled, part) => filled.replace(/\{\w+\}/, () => String(part)), path),
      query: text,
      body: content,
      headers: {
        ...(content === undefined ? {} : { 'content-type': type }),
        ...(method === 'GET' ? {} : { 'if-match': tag, 'idempotency-key': key }),
        ...more,
      },
    }));
}
