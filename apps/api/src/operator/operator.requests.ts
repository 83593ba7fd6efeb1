import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

class FileRequest {
  @ApiProperty({ example: 'gmpp-2024.csv' })
  @IsString()
  @MinLength(1)
  @MaxLength(255)
  name: string;

  @ApiProperty({ description: 'The bytes of the file in base64.' })
  @IsBase64()
  base64: string;
}

export class ImportRequest {
  @ApiProperty({ type: [FileRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FileRequest)
  files: FileRequest[];

  @ApiPropertyOptional({ description: 'Name of the portfolio; GMPP where it is left out.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  portfolio?: string;
}

export class BackupRequest {
  @ApiProperty({
    description: 'A folder on the machine of the server that does not exist yet or is empty.',
    example: '/var/backups/docket/2026-11-21',
  })
  @IsString()
  @MaxLength(1_000)
  @Matches(/^(\/|[A-Za-z]:\\)/, { message: 'to must be an absolute path' })
  to: string;
}

export class ReplayRequest {
  @ApiProperty({
    description: 'Path and query of the read to answer.',
    example: '/api/v1/portfolios/6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10/ranking?asOf=2019-12-31',
  })
  @IsString()
  @MaxLength(4_000)
  @Matches(/^\/api\/v1\/(portfolios|projects|scoring-models|bodies|motions)(\/|\?|$)/, {
    message: 'path must be that of a read, like /api/v1/portfolios/…/ranking?asOf=2019-12-31',
  })
  path: string;
}
