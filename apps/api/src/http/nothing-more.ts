import {
  applyDecorators,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';

const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [''];

const refused = (where: string, fields: readonly string[]): Problem =>
  new Problem(
    'fields-invalid',
    `${where} ${fields.join(', ').slice(0, 200)}.`,
    fields.map((field) => ({ field, message: 'is not a field of this request' })),
  );

@Injectable()
class NoQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const names = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query as object);
    if (names.length > 0) throw refused('This takes no query parameters:', names);
    return true;
  }
}

@Injectable()
class NoBody implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined) return true;
    const names = namesIn(body);
    if (names[0] === '')
      throw new Problem('fields-invalid', 'There is nothing to say here: send no body, or {}.', []);
    if (names.length > 0) throw refused('There is nothing to say here; the body holds', names);
    return true;
  }
}

@Injectable()
class NoneOrAnObject implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined || namesIn(body)[0] !== '') return true;
    throw new Problem(
      'fields-invalid',
      'A body is an object with the fields of this request, or left out.',
      [],
    );
  }
}

/** Refuses query parameters, of which this route takes none. */
export const TakesNoQuery = () => applyDecorators(UseGuards(NoQuery));

/** Refuses fields in the body: this route takes none. */
export const TakesNoBody = () => applyDecorators(UseGuards(NoBody));

/** Refuses a body that is no object: this route does without one, and then nothing looks at its shape. */
export const MayHaveNoBody = () => applyDecorators(UseGuards(NoneOrAnObject));
