import { importInto, type Progress, type System } from '@docket/host';
import { portfolioOfImport } from '@docket/intake';
import { importsUnderWay } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import type { ImportRequest } from './operator.requests';

/** Turns an import away before it begins. @throws ImportUnderWay */
export const checkNoImport = (system: System, { portfolio }: ImportRequest): void =>
  importsUnderWay(system.runtime.store).check(portfolioOfImport(portfolio));

/** Imports uploaded files as the operator. */
export const importFiles = (
  system: System,
  commands: CommandBus,
  { files, portfolio }: ImportRequest,
  onProgress: Progress,
) =>
  importInto(
    system,
    commands,
    {
      files: files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })),
      ...(portfolio ? { portfolio } : {}),
    },
    onProgress,
  );
