import type { Operation } from '@docket/identity';
import type { CommandRuntime, Instant, Request } from '@docket/kernel';
import type { CommandBus } from '@nestjs/cqrs';
import type { Names } from './act-names';
import type { Following, Requests } from './illustration-requests';
import type { Act, ActName } from './illustrated-acts';
import type { Step } from './illustration-steps';

/** Where something happens: in which portfolio, when, and how what the file names is called there. */
export type Here = Readonly<{
  portfolioId: string;
  knownAt: Instant;
  bus: CommandBus;
  runtime: CommandRuntime;
  requests: Requests;
  following: Following;
  names: Names;
}>;

/** The commands of something that happens, one after the other. */
export type Maker<Name extends ActName> = (act: Act<Name>, here: Here) => readonly Step[];
export type Makers<Names_ extends ActName> = { readonly [Name in Names_]: Maker<Name> };

/** What somebody says about something then; `about` tells it from what else they say so then. */
export const said = (
  { requests, knownAt }: Here,
  { by, operation, about }: Readonly<{ by: string; operation: Operation; about: string }>,
  body: object,
): Request => requests({ by, operation, key: `${about}@${knownAt}`, body }, knownAt);
