import { importInto, type Progress, type System } from '@docket/host';
import type { CommandBus } from '@nestjs/cqrs';
import type { ImportRequest } from './operator.requests';

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
