import { TestDocket } from './docket.fixture';
import { operationsOf, type OpenApi } from './openapi.fixture';

describe('what the OpenAPI document says to whoever tries it out', () => {
  let docket: TestDocket;
  let document: OpenApi;
  let operations: ReturnType<typeof operationsOf>;
  beforeAll(async () => {
    docket = await TestDocket.start();
    document = (await docket.visitor.get('/api/openapi.json')).body;
    operations = operationsOf(document);
  });
  afterAll(() => docket.stopAndForget());

  it('has no value of a header that a page would send with every write unasked', () => {
    const headers = operations.flatMap(({ operation: { parameters = [] } }) =>
      parameters.filter((one) => one.in === 'header'),
    );
    expect(headers.length).toBeGreaterThan(0);
    expect(headers.filter((one) => /"(?:example|examples|default)"/.test(JSON.stringify(one)))).toEqual([]);
  });

  it('describes every field of a scoring model, and of what is in it', () => {
    const { schemas } = document.components;
    const fieldsOf = (name: string) => Object.entries(schemas[name]?.properties ?? {});
    const parts = ['LevelScale', 'BandScale', 'AnchorScale', 'RatedLevel', 'Band', 'Anchor', 'Criterion'];
    const names = [...parts, 'ModelDefinition', 'DraftModel'].map((name) => `${name}Request`);
    expect(names.filter((name) => fieldsOf(name).length === 0)).toEqual([]);
    const silent = names.flatMap((name) =>
      fieldsOf(name).flatMap(([field, schema]) =>
        field === 'scale' || 'description' in schema ? [] : [`${name}.${field}`],
      ),
    );
    expect(silent).toEqual([]);
  });
});
