import 'reflect-metadata';
import { BusinessCaseRequest } from '@docket/contracts';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsString,
  MinLength,
  Validate,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  ValidatorConstraint,
} from 'class-validator';
import fc from 'fast-check';
import { Problem } from '../problems/problem';
import { longWay } from './request-pipe';
import { bodyOf, shapes } from './random-bodies.scenes';
import { RightBodies, type Shape } from './right-bodies';

const said = async (shape: Shape, body: object): Promise<unknown> => {
  try {
    return await longWay().transform(structuredClone(body), { type: 'body', metatype: shape });
  } catch (error) {
    if (error instanceof Problem) return 'refused';
    throw error;
  }
};

/** Both ways are gone with each of many bodies; how many of those that are right went the short one. */
const compared = async (shape: Shape, wrong: number, numRuns: number) => {
  const bodies = new RightBodies();
  const seen = { right: 0, short: 0 };
  await fc.assert(
    fc.asyncProperty(bodyOf(shape, wrong), async (body) => {
      const json = JSON.parse(JSON.stringify(body)) as object;
      const short = bodies.made(shape, json);
      const long = await said(shape, json);
      expect(json).toEqual(body);
      seen.right += long === 'refused' ? 0 : 1;
      seen.short += short === undefined ? 0 : 1;
      expect(short ?? long).toStrictEqual(long);
    }),
    { numRuns },
  );
  return seen;
};

describe('the short way of a body', () => {
  it('is there for every class of requests', () => expect(shapes.length).toBeGreaterThan(80));

  it.each(shapes.map((shape) => [shape.name, shape]))(
    'makes of a %s what the long way makes of it',
    async (_, shape) => {
      const { right, short } = await compared(shape, 1, 40);
      expect(short).toBeLessThanOrEqual(right);
    },
  );

  it('is gone by a business case, with all its parts', async () => {
    const { right, short } = await compared(BusinessCaseRequest, 0, 5);
    expect([right, short]).toEqual([5, 5]);
  });

  class Node {
    @MinLength(2)
    name: string;
  }
  const madeOf = (shape: Shape, body: unknown) => new RightBodies().made(shape, body);

  it('gives a rule the whole request to look at', () => {
    class Span {
      @IsInt()
      from: number;
      @ValidateIf(({ from }: Span) => from > 0)
      @ValidateBy({
        name: 'behind',
        validator: { validate: (to, asked) => Number(to) > ((asked?.object as Span | undefined)?.from ?? 0) },
      })
      to: number;
    }
    expect(madeOf(Span, { from: 1, to: 2 })).toStrictEqual(Object.assign(new Span(), { from: 1, to: 2 }));
    expect(madeOf(Span, { from: 2, to: 2 })).toBeUndefined();
    expect(madeOf(Span, { from: 0, to: -2 })).toBeInstanceOf(Span);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['nothing', null],
    ['a text', 'ab'],
    ['what is no plain object', Object.assign(new Date(), { name: 'ab' })],
    ['a field that is not of the class', { name: 'ab', size: 1 }],
    ['an object in the place of a text', { name: { length: 2 } }],
  ])('is not gone by %s', (_, body) => expect(madeOf(Node, body)).toBeUndefined());

  class Turned {
    @IsString()
    @Transform(({ value }) => String(value).trim())
    name: string;
  }
  class Counted {
    @Type(() => Number)
    @IsString()
    name: string;
  }
  class Renamed {
    @IsString()
    @Expose({ name: 'title' })
    name: string;
  }
  class Hidden {
    @IsString()
    @Exclude()
    name: string;
  }
  class Each {
    @IsString({ each: true })
    name: string;
  }
  class Told {
    @IsString({ validateIf: () => false })
    name: string;
  }
  @ValidatorConstraint({ name: 'later', async: true })
  class Later {
    validate = () => Promise.resolve(false);
  }
  class Waited {
    @Validate(Later)
    name: string;
  }
  class Promised {
    @ValidateBy({ name: 'promised', validator: { validate: () => Promise.resolve(false) } })
    name: string;
  }
  @Exclude()
  class Shut extends Node {}
  class Beside extends Node {
    unruled = 1;
  }
  class Given {
    @IsString()
    get name() {
      return 'ab';
    }
  }
  class Loose {
    @IsObject()
    name: object;
  }
  it.each<[string, Shape]>([
    ['turns a field into another', Turned],
    ['makes a number of a text', Counted],
    ['calls a field otherwise', Renamed],
    ['hides a field', Hidden],
    ['looks at each item of a list', Each],
    ['asks a rule only at times', Told],
    ['waits for a rule', Waited],
    ['is answered later', Promised],
    ['has a field without a rule', Beside],
    ['shows no field', Shut],
    ['gives a field itself', Given],
  ])('is not gone where a class %s', (_, shape) => expect(madeOf(shape, { name: 'ab' })).toBeUndefined());

  class Untyped {
    @ValidateNested()
    node: Node;
  }
  class Unlooked {
    @IsObject()
    @Type(() => Node)
    node: Node;
  }
  class Chosen {
    @ValidateNested()
    @Type((given) => (given ? Untyped : Node))
    node: Node;
  }
  class Kinds {
    @ValidateNested()
    @Type(() => Node, { discriminator: { property: 'kind', subTypes: [{ name: 'a', value: Node }] } })
    node: Node;
  }
  class Collected {
    @ValidateNested()
    @Type(() => Node)
    node: Set<Node>;
  }
  it('is not gone where a class has no rule, and by an object that nothing is said of', () => {
    class Ruleless {}
    expect(madeOf(Ruleless, {})).toBeUndefined();
    expect(madeOf(Loose, { name: {} })).toBeUndefined();
  });

  class Listed {
    @ValidateNested()
    @Type(() => Node)
    node: Node[];
  }
  it('is gone by a list only where each of it is right', () => {
    expect(madeOf(Listed, { node: [{ name: 'ab' }] })).toBeInstanceOf(Listed);
    expect(madeOf(Listed, { node: [{ name: 'ab' }, { name: 'a' }] })).toBeUndefined();
  });

  it.each<[string, Shape]>([
    ['are of no class', Untyped],
    ['are not looked at', Unlooked],
    ['are of a class that depends on them', Chosen],
    ['are of a class that their kind tells', Kinds],
    ['are kept in a set', Collected],
  ])('is not gone where parts %s', (_, shape) =>
    expect(madeOf(shape, { node: { name: 'ab' } })).toBeUndefined(),
  );
});
