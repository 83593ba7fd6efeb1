import * as contracts from '@docket/contracts';
import fc from 'fast-check';
import type { Shape } from './right-bodies';

type Described = Readonly<{ example?: unknown; enum?: unknown[]; type?: unknown; isArray?: boolean }>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'function' && Array.isArray(Reflect.getMetadata(NAMES, value.prototype ?? {}));

const NAMES = 'swagger/apiModelPropertiesArray';
const namesIn = (shape: Shape): string[] =>
  (Reflect.getMetadata(NAMES, shape.prototype) as string[]).map((name) => name.slice(1));
const describedAs = (shape: Shape, name: string): Described =>
  Reflect.getMetadata('swagger/apiModelProperties', shape.prototype, name) as Described;

/** The class of the parts of a field, if it has any. */
const partOf = ({ type }: Described): Shape | undefined => {
  const said: unknown = typeof type === 'function' && !isShape(type) && type.name === 'type' ? type() : type;
  return isShape(said) ? said : undefined;
};

contracts.describing();
/** Every class of requests, and of their parts. */
export const shapes = Object.values(contracts).filter(isShape);

/** What the document says of a field, and all kinds of things that it does not. */
const valueOf = (described: Described, wrong: number): fc.Arbitrary<unknown> => {
  const part = partOf(described);
  const right = part
    ? described.isArray
      ? fc.array(bodyOf(part, wrong), { minLength: 1, maxLength: 2 })
      : bodyOf(part, wrong)
    : fc.constant(described.example ?? described.enum?.[0] ?? 'text');
  const odd = fc.constantFrom(
    null,
    '',
    ' ',
    'x',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    [[]],
    ['a'],
    [{}],
    { kind: 'x' },
    [null],
  );
  return fc.oneof({ weight: 20, arbitrary: right }, { weight: wrong, arbitrary: odd });
};

/** Bodies for a class: as the document shows them, and the more `wrong` the less so. */
export const bodyOf = (shape: Shape, wrong: number): fc.Arbitrary<object> => {
  const fields = namesIn(shape).map((name) => [name, valueOf(describedAs(shape, name), wrong)] as const);
  const more = wrong > 0 ? { nobodys: fc.constant(1) } : {};
  const [requiredKeys, all] = [fields.map(([name]) => name), { ...Object.fromEntries(fields), ...more }];
  const whole = fc.record(all, { requiredKeys: requiredKeys as never[] });
  return wrong > 0 ? fc.oneof({ weight: 3, arbitrary: whole }, fc.record(all, { requiredKeys: [] })) : whole;
};
