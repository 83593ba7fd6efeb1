import { ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { fieldProblem } from '../problems/validation';
import { RightBodies } from './right-bodies';

/** The way that says what is wrong. */
export const longWay = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: fieldProblem,
    forbidUnknownValues: true,
  });

/** Holds what a request brings against its class: a body in which nothing is wrong in one walk, and all else the long way. */
export class RequestPipe implements PipeTransform {
  private readonly bodies = new RightBodies();
  private readonly long = longWay();

  /** The value as an instance of its class. @throws Problem `fields-invalid` */
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { type, metatype } = metadata;
    const made = type === 'body' && metatype ? this.bodies.made(metatype, value) : undefined;
    return made ?? this.long.transform(value, metadata);
  }
}
