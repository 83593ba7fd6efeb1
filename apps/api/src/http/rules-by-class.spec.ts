import 'reflect-metadata';
import { getMetadataStorage, MinLength, validateSync } from 'class-validator';
import { rememberRules } from './rules-by-class';

describe('The rules of a class of requests', () => {
  class Named {
    @MinLength(2)
    name = 'x';
  }
  class Tabled extends Named {
    @MinLength(2)
    question = 'y';
  }
  const broken = (request: object) => validateSync(request).map(({ property }) => property);
  const lookedUp = () => {
    const storage = getMetadataStorage();
    const look = jest.spyOn(Object.getPrototypeOf(storage), 'getTargetValidationMetadatas');
    rememberRules(storage);
    return look;
  };

  it('are looked up once, with those that it inherits', () => {
    rememberRules();
    expect(broken(new Tabled())).toEqual(['question', 'name']);
    const looks = lookedUp();
    expect(broken(new Tabled())).toEqual(['question', 'name']);
    expect(looks).not.toHaveBeenCalled();
    expect(broken(new Named())).toEqual(['name']);
  });

  it('hold from when they are declared', () => {
    rememberRules();
    class Late {
      reason = '';
    }
    expect(validateSync(new Late(), { forbidUnknownValues: false })).toEqual([]);
    MinLength(1)(Late.prototype, 'reason');
    expect(broken(new Late())).toEqual(['reason']);
  });

  it('are those of the groups that are asked for', () => {
    rememberRules();
    class Grouped {
      @MinLength(1, { groups: ['minutes'] })
      signature = '';
    }
    expect(validateSync(new Grouped(), { groups: ['agenda'], forbidUnknownValues: false })).toEqual([]);
    expect(validateSync(new Grouped(), { groups: ['minutes'] })).toHaveLength(1);
  });
});
