/** An event could not be decoded or applied, or came out of order. The consumer stands before it and stays there. */
export class EventNotApplied extends Error {
  override readonly name = 'EventNotApplied';
}

/** The checkpoint's event is not in the log: the read model is of another log, or ahead of a restored one. A rebuild helps. */
export class LogDiffers extends Error {
  override readonly name = 'LogDiffers';
}

/** The consumer stands before an event it cannot apply: waiting does not help, somebody has to look. */
export class ProjectionsStopped extends Error {
  override readonly name = 'ProjectionsStopped';
}

/** The read model has not come as far as the reader asked for. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
}
