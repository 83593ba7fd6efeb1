/** This event store cannot be worked with as it is configured or run; the message says what is so and what would help. */
export class EventStoreUnusable extends Error {
  override readonly name = 'EventStoreUnusable';
}
