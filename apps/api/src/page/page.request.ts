import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What a page is asked for. */
export class PageRequest {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  portfolio?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  asOf?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  project?: string;
}
