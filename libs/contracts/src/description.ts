import type * as Swagger from '@nestjs/swagger';

/** The package that makes the OpenAPI document. */
export type Describing = typeof Swagger;

type Decorator = (...decorated: never[]) => unknown;

/** What was said of a class, a property or a method, and is not yet told to the package. */
const said: ((describing: Describing) => void)[] = [];

/**
 * A decorator of the package that is kept until somebody asks for the document: loading the package takes a tenth of a start,
 * and most starts are never asked.
 */
const later = <D extends (...given: never[]) => Decorator>(pick: (describing: Describing) => D): D => {
  const kept =
    (...given: unknown[]) =>
    (...decorated: unknown[]): void => {
      said.push((describing) => {
        const decorator: unknown = Reflect.apply(pick(describing), undefined, given);
        if (typeof decorator === 'function') Reflect.apply(decorator, undefined, decorated);
      });
    };
  return kept as unknown as D;
};

export const ApiConsumes = later(({ ApiConsumes: decorator }) => decorator);
export const ApiExcludeController = later(({ ApiExcludeController: decorator }) => decorator);
export const ApiExtraModels = later(({ ApiExtraModels: decorator }) => decorator);
export const ApiHeader = later(({ ApiHeader: decorator }) => decorator);
export const ApiOperation = later(({ ApiOperation: decorator }) => decorator);
export const ApiParam = later(({ ApiParam: decorator }) => decorator);
export const ApiProperty = later(({ ApiProperty: decorator }) => decorator);
export const ApiPropertyOptional = later(({ ApiPropertyOptional: decorator }) => decorator);
export const ApiResponse = later(({ ApiResponse: decorator }) => decorator);
export const ApiTags = later(({ ApiTags: decorator }) => decorator);

/** Loads the package and tells it all that was said since it was last told, in that order. */
export const describing = (): Describing => {
  const loaded: Describing = require('@nestjs/swagger');
  for (const tell of said.splice(0)) tell(loaded);
  return loaded;
};
