import { IsIn } from 'class-validator';
import { MayBeLeftOut } from './checked';
import { ApiPropertyOptional } from './description';
import { FileBytesField } from './file-bytes.validator';
import { Text } from './validators';

/** The file of a scheme of delegation, and what is to be done with it. */
export class ImportDelegationsRequest {
  @Text({ maximum: 255, example: 'delegations-2026.csv', description: 'Reasons and reports name it.' })
  name: string;

  @FileBytesField({
    example:
      'aG9sZGVyLGdyYW50ZWQgYnksa2luZCxsaW1pdCBwZXIgZGVjaXNpb24KSW52ZXN0bWVudCBib2FyZCxwb3J0Zm9saW8sYWxsLHVubGltaXRlZAo=',
    description: 'The bytes of the CSV in base64: a header, then one row per tier and kind.',
  })
  base64: string;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    example: true,
    description: 'Only say, row by row, what would be granted, changed, revoked and refused.',
  })
  @MayBeLeftOut()
  @IsIn([true, false], { message: 'dryRun must be true or false' })
  dryRun?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Also revoke what is in force, or to come, and no row names.',
  })
  @MayBeLeftOut()
  @IsIn([true, false], { message: 'revokeMissing must be true or false' })
  revokeMissing?: boolean;
}
