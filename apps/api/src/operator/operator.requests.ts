import { ApiProperty, FileBytesField, ListField, Text } from '@docket/contracts';
import { IsString, Matches, MaxLength } from 'class-validator';

/** A read below one of these, and nothing that `.` or `..`, written out or as `%2e`, would lead away from there. */
const READ_PATH =
  /^(?![^?]*\/(?:\.|%2[eE]){1,2}(?:[/?]|$))\/api\/v1\/(?:portfolios|projects|scoring-models|bodies|motions|events)(?:[/?][^\p{Cc}\p{Zs}\p{Cs}\\]*)?$/u;

class FileRequest {
  @Text({ maximum: 255, example: 'gmpp-2024.csv' })
  name: string;

  @FileBytesField({
    example:
      'eWVhcixwcm9qZWN0X25hbWUsZGVwYXJ0bWVudCxjb2xvdXJfcmF0aW5nLHN0YXJ0X2RhdGUsZW5kX2RhdGUseWVhcmx5X2J1ZGdldCx5ZWFybHlfZm9yZWNhc3Qsd2xjX2Jhc2VsaW5lX2luY2xfTkNHCjIwMjQsTm9ydGggYnJpZGdlIHJlbmV3YWwsREZULEFtYmVyLDIwMjQtMDEtMDEsMjAzMC0xMi0zMSw1LDQsMTAK',
    description: 'The bytes of the file in base64.',
  })
  base64: string;
}

export class ImportRequest {
  @ListField(() => FileRequest)
  files: FileRequest[];

  @Text({
    required: false,
    example: 'GMPP',
    description: 'Name of the portfolio; GMPP where it is left out.',
  })
  portfolio?: string;
}

export class BackupRequest {
  @ApiProperty({
    type: String,
    description: 'A folder on the machine of the server that does not exist yet or is empty.',
    example: '/var/backups/docket/2026-11-21',
  })
  @IsString()
  @MaxLength(1_000)
  @Matches(/^(\/|[A-Za-z]:\\)[^\p{Cc}]*$/u, {
    message: 'to must be an absolute path without control characters',
  })
  to: string;
}

export class ReplayRequest {
  @ApiProperty({
    type: String,
    description: 'Path and query of the read to answer.',
    example: '/api/v1/portfolios?asOf=2019-12-31',
  })
  @IsString()
  @MaxLength(4_000)
  @Matches(READ_PATH, {
    message:
      'path must be that of a read, like /api/v1/portfolios/…/ranking?asOf=2019-12-31, without dots as parts',
  })
  path: string;
}
