import { Injectable } from '@nestjs/common';

/** What the process still does before it can serve: loading the sample, for example. */
@Injectable()
export class Readiness {
  waitingFor: string | undefined = 'start';
}
