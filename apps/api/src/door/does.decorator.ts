import type { Operation } from '@docket/identity';
import { SetMetadata } from '@nestjs/common';

export const OPERATION = 'docket:operation';

/** Names the operation a route carries out; a route without one is refused to everybody. */
export const Does = (operation: Operation) => SetMetadata(OPERATION, operation);
