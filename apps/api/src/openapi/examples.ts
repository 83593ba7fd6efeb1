import type { OpenAPIObject } from '@nestjs/swagger';
import { readExamples } from './read-examples';

/** As far as examples are made from it. */
type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  allOf?: Schema[];
  type?: string | string[];
  nullable?: boolean;
  example?: unknown;
};
type Media = { schema?: Schema; example?: unknown };
type Described = {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
};

const METHODS = ['get', 'post', 'put', 'delete'] as const;

const PROBLEM = {
  type: 'urn:docket:problem:project-unknown',
  title: 'No such project',
  status: 404,
  code: 'project-unknown',
  detail: 'There is no project 6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10.',
};

class Examples {
  constructor(private readonly schemas: Readonly<Record<string, Schema>>) {}

  /** Made of the examples of the fields; of several shapes the first. */
  of(schema: Schema): unknown {
    const { example, items, properties } = schema;
    const target =
      schema.$ref === undefined
        ? (schema.oneOf ?? schema.allOf)?.[0]
        : this.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (example !== undefined) return example;
    if (target) return this.of(target);
    if (items) return [this.of(items)];
    return (
      properties && Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, this.of(one)]))
    );
  }

  fill(content: Record<string, Media> = {}, given?: unknown): void {
    for (const [type, media] of Object.entries(content)) {
      const example =
        type === 'application/problem+json' ? PROBLEM : (given ?? (media.schema && this.of(media.schema)));
      if (example !== undefined) media.example ??= example;
    }
  }
}

/** OpenAPI 3.1 has no `nullable`: null is one of the types. */
const nullAsType = (schema: Schema): void => {
  if (schema.nullable && typeof schema.type === 'string') {
    schema.type = [schema.type, 'null'];
    delete schema.nullable;
  }
  Object.values(schema.properties ?? {}).forEach(nullAsType);
};

/** Gives every body and every answer of the document an example, and null its place among the types. */
export const withExamples = (document: OpenAPIObject): OpenAPIObject => {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  Object.values(schemas).forEach(nullAsType);
  const examples = new Examples(schemas);
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method] as Described | undefined;
      if (!operation) continue;
      examples.fill(operation.requestBody?.content);
      for (const [status, { content }] of Object.entries(operation.responses))
        examples.fill(content, status === '200' ? readExamples[`${method} ${path}`] : undefined);
    }
  return document;
};
