/** Redis answers, and cannot be used for jobs as it is set up; the message says what would help. */
export class UnsuitableRedis extends Error {
  override readonly name = 'UnsuitableRedis';
}
