import { reachOf, samplePeople, type Operation } from '@docket/identity';
import type { Caller, Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { exampleOf, operationsOf, resolved, type OpenApi, type Schema } from './openapi.fixture';
import { endOf, faultsOf } from './problem.fixture';
import { routeOperations } from './routes.fixture';

/** A place in a body: names of fields, 0 for the first of a list. */
type Place = readonly (string | number)[];

/** A body that is wrong in one place. */
type Wrong = Readonly<{ where: string; what: string; body: unknown }>;

const withValue = (
  body: Loose,
  [first, ...rest]: Place,
  change: (holder: Loose, name: string | number) => void,
): unknown => {
  const copy = structuredClone(body);
  let holder = copy;
  let name = first!;
  for (const next of rest) {
    holder = holder[name];
    name = next;
  }
  change(holder, name);
  return copy;
};

type Field = Readonly<{ place: Place; schema: Schema; required: boolean }>;

const fieldsOf = (document: OpenApi, given: Schema, place: Place = []): readonly Field[] => {
  const { properties = {}, required = [], items } = resolved(document, given);
  const own = Object.entries(properties).flatMap(([name, schema]) => [
    { place: [...place, name], schema, required: required.includes(name) },
    ...fieldsOf(document, schema, [...place, name]),
  ]);
  return items ? fieldsOf(document, items, [...place, 0]) : own;
};

const HUGE_TEXT = 'x'.repeat(200_000);

/** Values that no field of this schema takes. */
const wrongValues = (document: OpenApi, schema: Schema): readonly (readonly [string, unknown])[] => {
  const { type } = resolved(document, schema);
  const nullable = [type].flat().includes('null');
  const always = [
    ...(type === 'boolean' ? [] : [['true', true] as const]),
    ['a list in a list', [[]]],
    ['an object of nothing known', { nothing: 1 }],
    ['a prototype', { toString: 'x', length: 2 }],
    ['empty text', ''],
    ['huge text', HUGE_TEXT],
    ['a number that is none', 1e308],
    ...(nullable ? [] : [['null', null] as const]),
    ...(type === 'array'
      ? [
          ['an empty list', []] as const,
          ['a list of null', [null]] as const,
          ['a huge list', Array.from({ length: 500 }, () => ({}))] as const,
        ]
      : [['an empty list', []] as const]),
    ...(type === 'number' || type === 'integer'
      ? ([
          ['a half', 0.5],
          ['minus one', -1],
          ['2^53', 2 ** 53],
          ['a number as text', '3'],
        ] as const)
      : ([['a number', 5]] as const)),
    ...(type === 'object' ? [] : [['blank text', '   '] as const]),
  ] as const;
  return always;
};

const wrongBodies = (document: OpenApi, schema: Schema): readonly Wrong[] => {
  const body = exampleOf(document, schema);
  const whole = [null, 5, 'text', true, [], [body]].map((one) => ({
    where: 'the body',
    what: `is ${JSON.stringify(one).slice(0, 20)}`,
    body: one,
  }));
  const unknown = {
    where: 'the body',
    what: 'has an unknown field',
    body: { ...(body as object), surprise: 1 },
  };
  const fields = fieldsOf(document, schema).flatMap(
    ({ place, schema: field, required }): readonly Wrong[] => [
      ...(required
        ? [
            {
              where: place.join('.'),
              what: 'is missing',
              body: withValue(body, place, (holder, name) => delete holder[name]),
            },
          ]
        : []),
      ...wrongValues(document, field).map(([what, value]) => ({
        where: place.join('.'),
        what: `is ${what}`,
        body: withValue(body, place, (holder, name) => (holder[name] = value)),
      })),
    ],
  );
  return [...whole, unknown, ...fields];
};

describe('a write with one thing wrong in its body', () => {
  let office: Office;
  let document: OpenApi;
  beforeAll(async () => {
    office = await Office.open();
    document = (await office.docket.visitor.get('/api/openapi.json')).body;
  });
  afterAll(() => office.close());

  const somebodyFor = (operation: Operation): Promise<Caller> => {
    const person = samplePeople.find(({ roles }) => reachOf(roles, operation) === 'anything');
    return office.as(person?.id ?? 'operator');
  };

  const writes = Object.entries(routeOperations).filter(([name]) => /^(post|put)/.test(name));

  it.each(writes)('%s is refused, whatever is wrong, and stores nothing', async (name, operation) => {
    const {
      method,
      template,
      operation: described,
    } = operationsOf(document).find((one) => one.name === name)!;
    const [type, media] = Object.entries(described.requestBody?.content ?? {})[0] ?? [
      'application/json',
      { schema: { type: 'object' } },
    ];
    const caller = await somebodyFor(operation);
    const before = await office.head();
    const found: string[] = [];
    for (const { where, what, body } of wrongBodies(document, media.schema)) {
      const headers = { 'content-type': type, 'idempotency-key': crypto.randomUUID() };
      const answer = endOf(await caller.ask(method, office.aimed(template), { body, headers }));
      const isDocumented = String(answer.status) in described.responses;
      const faults = [
        ...faultsOf(answer),
        ...(answer.status >= 500 ? ['our fault'] : []),
        ...(isDocumented ? [] : [`${answer.status} is not documented`]),
      ];
      if (faults.length > 0) found.push(`${where} ${what}: ${faults.join('; ')}`);
    }
    expect(found).toEqual([]);
    expect(await office.head()).toBe(before);
  });
});
