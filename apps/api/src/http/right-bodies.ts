import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage as shapes } from 'class-transformer/cjs/storage';
import { getMetadataStorage, ValidationTypes, type ValidatorConstraintInterface } from 'class-validator';

/** A class of requests, or of a part of one. */
export type Shape = new () => object;

type Values = Record<string, unknown>;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Check = Readonly<{ constraints: unknown[]; validator: ValidatorConstraintInterface }>;

/** What holds for one field: when it is looked at, its checks, and of what class its parts are. */
type Field = Readonly<{
  name: string;
  conditions: readonly ((request: object, value: unknown) => boolean)[];
  checks: readonly Check[];
  part: Shape | undefined;
}>;
type Fields = ReadonlyMap<string, Field>;

const { CONDITIONAL_VALIDATION, CUSTOM_VALIDATION, NESTED_VALIDATION } = ValidationTypes;

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether class-transformer would give it back as it is: no object, or a list of such. */
const isFlat = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isFlat) : typeof value !== 'object' || value === null;

const isUsual = ({ type, target, each, validateIf }: Rule): boolean =>
  typeof target === 'function' &&
  (type === CUSTOM_VALIDATION
    ? !each && !validateIf
    : type === CONDITIONAL_VALIDATION || type === NESTED_VALIDATION);

const checksOf = (rules: readonly Rule[]): Check[] =>
  rules
    .filter(({ type }) => type === CUSTOM_VALIDATION)
    .flatMap(({ constraints, constraintCls }) =>
      getMetadataStorage()
        .getTargetValidatorConstraints(constraintCls)
        .map(({ instance }) => ({ constraints, validator: instance })),
    );

/** The class of the parts of a field; `undefined` where it depends on what is in them, or they are kept in no list. */
const partOf = (shape: Shape, name: string): Shape | undefined => {
  const { typeFunction, reflectedType, options } = shapes.findTypeMetadata(shape, name);
  if (!typeFunction || typeFunction.length > 0 || options?.discriminator) return undefined;
  const part = typeFunction() as Shape;
  return [Array, Object, part, undefined].includes(reflectedType as never) ? part : undefined;
};

const fieldOf = (shape: Shape, name: string, rules: readonly Rule[]): Field | undefined => {
  const hasParts = rules.some(({ type }) => type === NESTED_VALIDATION);
  const part = hasParts && shapes.findTypeMetadata(shape, name) ? partOf(shape, name) : undefined;
  const isUnusual =
    name in shape.prototype ||
    !rules.every(isUsual) ||
    hasParts !== (part !== undefined) ||
    (!hasParts && shapes.findTypeMetadata(shape, name) !== undefined) ||
    shapes.findTransformMetadatas(shape, name, TransformationType.PLAIN_TO_CLASS).length > 0;
  if (isUnusual) return undefined;
  const conditions = rules
    .filter(({ type }) => type === CONDITIONAL_VALIDATION)
    .map(({ constraints }) => constraints[0] as Field['conditions'][number]);
  return { name, conditions, checks: checksOf(rules), part };
};

const showsAllFields = (shape: Shape): boolean =>
  shapes.getStrategy(shape) === 'none' &&
  shapes.getExposedProperties(shape, TransformationType.PLAIN_TO_CLASS).length === 0 &&
  shapes.getExcludedProperties(shape, TransformationType.PLAIN_TO_CLASS).length === 0;

/** The fields of a class, as its decorators say them; `undefined` where they say something that is not known here. */
const fieldsOf = (shape: Shape): Fields | undefined => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  if (rules.length === 0 || !showsAllFields(shape)) return undefined;
  const fields = new Map<string, Field>();
  for (const [name, of] of Map.groupBy(rules, ({ propertyName }) => propertyName)) {
    const field = fieldOf(shape, name, of);
    if (!field) return undefined;
    fields.set(name, field);
  }
  return Object.keys(new shape()).every((name) => fields.has(name)) ? fields : undefined;
};

/** Whether a field is as its rules say; one that answers later is not known to be. */
const holds = ({ name: property, conditions, checks }: Field, request: Values): boolean => {
  const value = request[property];
  if (!conditions.every((isAsked) => isAsked(request, value))) return true;
  const targetName = request.constructor.name;
  return checks.every(
    ({ validator, constraints }) =>
      validator.validate(value, { targetName, property, object: request, value, constraints }) === true,
  );
};

/**
 * Makes bodies instances of their class in one walk, with the very checks that the decorators of the class name. class-transformer and
 * class-validator go over a body six times and make a list or two for each of its fields: two fifths of all that a command left to the
 * collector. They still say what is wrong with one.
 */
export class RightBodies {
  private readonly known = new Map<Shape, Fields | undefined>();

  /**
   * What JSON said, as an instance of the class, where every rule of it holds; `undefined` where one does not, and where the class
   * or the body holds something that is not known here: then the long way has to be gone.
   */
  made(shape: Shape, body: unknown): object | undefined {
    const fields = this.fieldsOf(shape);
    if (!fields || !isPlain(body)) return undefined;
    const request = new shape() as Values;
    for (const name of Object.keys(body)) {
      const value = this.valueOf(fields.get(name), body[name]);
      if (value === undefined) return undefined;
      request[name] = value;
    }
    for (const field of fields.values()) if (!holds(field, request)) return undefined;
    return request;
  }

  private valueOf(field: Field | undefined, given: unknown): unknown {
    if (!field) return undefined;
    const { part } = field;
    if (!part) return isFlat(given) ? given : undefined;
    if (!Array.isArray(given)) return this.made(part, given);
    const parts = given.map((one) => this.made(part, one));
    return parts.includes(undefined) ? undefined : parts;
  }

  private fieldsOf(shape: Shape): Fields | undefined {
    if (!this.known.has(shape)) this.known.set(shape, fieldsOf(shape));
    return this.known.get(shape);
  }
}
