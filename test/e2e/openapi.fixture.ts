/** A schema of the document, as far as tests look at it. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  enum?: readonly unknown[];
  example?: unknown;
  nullable?: boolean;
}>;

type Media = Readonly<Record<string, Readonly<{ schema: Schema; example?: unknown }>>>;
type Operation = Readonly<{
  operationId?: string;
  summary?: string;
  parameters?: readonly Readonly<{ name: string; in: string; schema: Schema; example?: unknown }>[];
  requestBody?: Readonly<{ required?: boolean; content: Media }>;
  responses: Readonly<Record<string, Readonly<{ description: string; content?: Media }>>>;
}>;

/** The OpenAPI document as the server gives it. */
export type OpenApi = Readonly<{
  openapi: string;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

/** Every operation of the document: `post /api/v1/portfolios`, its template and what it says. */
export const operationsOf = ({ paths }: OpenApi) =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${template}`,
      method: method.toUpperCase(),
      template,
      operation,
    })),
  );

/** A schema with its reference followed; of several alternatives the first. */
export const resolved = (document: OpenApi, schema: Schema): Schema => {
  const target = schema.$ref
    ? document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    : (schema.oneOf ?? schema.allOf)?.[0];
  return target ? resolved(document, target) : schema;
};

/** A value made of the examples of a schema. */
export const exampleOf = (document: OpenApi, given: Schema): unknown => {
  const schema = resolved(document, given);
  if (schema.example !== undefined) return schema.example;
  if (schema.items) return [exampleOf(document, schema.items)];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, exampleOf(document, one)]),
    );
  return schema.enum?.[0];
};

/** Names of fields, as deep as they go; of a list those of all its entries. */
export const shapeOf = (value: unknown, at = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => shapeOf(one, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [`${at}.${name}`, ...shapeOf(one, `${at}.${name}`)]);
};

/** Every reference in it, however deep. */
export const refsIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) =>
        name === '$ref' && typeof one === 'string' ? [one] : refsIn(one),
      );

/** Every name of a field in it, however deep. */
export const keysIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) => [name, ...keysIn(one)]);
