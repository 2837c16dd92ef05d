import type { OpenAPIObject } from '@nestjs/swagger';
import { ERRORS } from '@slusen/domain';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const KEYWORDS = new Set([
  ...['$ref', 'type', 'format', 'pattern', 'enum', 'items', 'properties', 'required', 'additionalProperties', 'propertyNames'],
  ...[
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'anyOf',
    'oneOf',
    'allOf',
    'default',
    'description',
    'nullable',
  ],
]);

describe('the description of the API', () => {
  let whole: WholeApplication;
  let document: OpenAPIObject;
  beforeAll(async () => {
    whole = await wholeApplication();
    document = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
  }, 120_000);
  afterAll(() => whole.close());

  const operations = (): { name: string; operation: Operation; isChange: boolean }[] =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        return operation ? [{ name: `${method} ${path}`, operation, isChange: method !== 'get' }] : [];
      }),
    );
  const parametersOf = ({ parameters = [] }: Operation) =>
    parameters.flatMap((parameter) => ('name' in parameter ? [`${parameter.in} ${parameter.name}`] : []));

  it('may be kept by anyone for a while', async () => {
    const { status, headers } = await whole.visitor().get('/api/openapi.json');
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([
      200,
      'public, max-age=60',
      'application/json; charset=utf-8',
    ]);
  });

  it('says under which licence the figures are given away', () => {
    expect(document.info.license).toEqual({ name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' });
  });

  it('names every route', () => {
    expect(operations().map(({ name }) => name)).toEqual(
      jasmine.arrayContaining([
        'post /api/session',
        'put /api/account/password',
        'post /api/entries',
        'post /api/entries/{id}/steps',
        'get /api/indicators/{slug}/series.csv',
        'get /api/overview',
      ]),
    );
  });

  it('uses no word that is not JSON Schema, and refers to nothing that is not there', () => {
    const found = { words: new Set<string>(), references: new Set<string>() };
    for (const schema of schemasIn(document)) look(schema, found);
    expect([...found.words].filter((word) => !KEYWORDS.has(word))).toEqual([]);
    const missing = [...found.references].filter((name) => !document.components?.schemas?.[name.replace('#/components/schemas/', '')]);
    expect(missing).toEqual([]);
    expect(found.references.size).toBeGreaterThan(20);
  });

  it('says of each route what it answers and how errors look', () => {
    for (const { name, operation } of operations()) {
      const { default: problem, ...answers } = operation.responses as Record<string, object>;
      expect(Object.keys(answers))
        .withContext(name)
        .toEqual([jasmine.stringMatching(/^20[0124]$/)]);
      expect(problem)
        .withContext(name)
        .toEqual(
          jasmine.objectContaining({ content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }),
        );
    }
    expect(document.components?.schemas?.['Problem']).toEqual(jasmine.objectContaining({ required: ['type', 'title', 'status', 'code'] }));
  });

  it('lists every code of a problem, with its status and what to do', () => {
    expect(document.info.description).toContain(
      '| `entry.own-approval` | 403 | Someone who has not written in the entry must approve it. |',
    );
    const { properties } = document.components?.schemas?.['Problem'] as { properties: { code: object } };
    expect(properties.code).toEqual({
      anyOf: [{ type: 'string', enum: Object.keys(ERRORS) }, jasmine.objectContaining({ type: 'string' })],
    });
  });

  it('shows requests and answers by the name of their shape', () => {
    const record = document.paths['/api/entries']?.post;
    expect(record?.requestBody).toEqual(
      jasmine.objectContaining({ content: { 'application/json': { schema: { $ref: '#/components/schemas/NewEntry' } } } }),
    );
    expect(record?.responses['201']).toEqual(
      jasmine.objectContaining({ content: { 'application/json': { schema: { $ref: '#/components/schemas/Entry' } } } }),
    );
    const { properties, additionalProperties } = document.components?.schemas?.['NewEntry'] as {
      properties: object;
      additionalProperties: boolean;
    };
    expect(Object.keys(properties)).toEqual(jasmine.arrayContaining(['indicator', 'period', 'value', 'missing', 'quality', 'answers']));
    expect(additionalProperties).toBeFalse();
  });

  it('names the headers a change needs', () => {
    expect(parametersOf(document.paths['/api/entries']!.post!)).toEqual(
      jasmine.arrayWithExactContents(['header Idempotency-Key', 'header X-CSRF-Token']),
    );
    expect(parametersOf(document.paths['/api/entries/{id}']!.put!)).toEqual(
      jasmine.arrayWithExactContents(['path id', 'header If-Match', 'header X-CSRF-Token']),
    );
    expect(parametersOf(document.paths['/api/entries/{id}/steps']!.post!)).toEqual(
      jasmine.arrayWithExactContents(['path id', 'header If-Match', 'header Idempotency-Key', 'header X-CSRF-Token']),
    );
    expect(parametersOf(document.paths['/api/entry-form']!.get!)).toEqual(
      jasmine.arrayWithExactContents(['query indicator', 'query period', 'query territory', 'query breakdown']),
    );
  });

  it('says which routes need a session, as the routes themselves do', async () => {
    expect(document.security).toEqual([{ cookie: [] }, { key: [] }]);
    for (const { name, operation, isChange } of operations()) {
      const isOpen = operation.security?.length === 0;
      expect(parametersOf(operation).includes('header X-CSRF-Token'))
        .withContext(name)
        .toBe(isChange && !isOpen);
      const [method = '', path = ''] = name.split(' ');
      const { status } = await whole.visitor().ask(method.toUpperCase() as 'GET', path.replaceAll(/\{\w+\}/g, 'x'));
      expect(status === 401)
        .withContext(name)
        .toBe(!isOpen);
    }
  });
});

function* schemasIn({ paths, components }: OpenAPIObject): Generator<object> {
  yield* Object.values(components?.schemas ?? {});
  const waiting: unknown[] = [paths];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'schema') yield value as object;
      else waiting.push(value);
    }
  }
}

function look(schema: object, found: { words: Set<string>; references: Set<string> }): void {
  for (const [word, value] of Object.entries(schema)) {
    found.words.add(word);
    if (word === '$ref') found.references.add(String(value));
    const inner =
      word === 'properties'
        ? Object.values(value as object)
        : word === 'items' || word === 'additionalProperties'
          ? [value]
          : /Of$/.test(word)
            ? (value as object[])
            : [];
    for (const part of inner) if (typeof part === 'object' && part !== null) look(part, found);
  }
}
