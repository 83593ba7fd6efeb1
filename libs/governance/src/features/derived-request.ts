import { digestOfBody, type CommandRuntime, type Request } from '@docket/kernel';

/** The same person in the same conversation; the decider makes a repetition harmless, not the key. */
export const derivedRequest = (
  runtime: CommandRuntime,
  request: Request,
  operation: string,
  body: object,
): Request => {
  const { expectedRevision: _, ...same } = request;
  return { ...same, operation, key: runtime.ids.uuid(), bodyDigest: digestOfBody(body) };
};
