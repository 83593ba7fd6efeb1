import type { Answer } from './docket.fixture';
import type { Office } from './office.fixture';
import type { Case } from './refused-input.fixture';

/** Sends it to this office as it stands; `ids` are further ones that its path and body name. */
export const sendCase = async (
  office: Office,
  [, person, asked, body, , headers = {}]: Case,
  ids: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const [method = '', template = ''] = asked.split(' ');
  const known = { published: office.publishedModelId, rated: office.ratedModelId, ...ids };
  const raw = office.aimed(JSON.stringify(body), known);
  const caller = await office.as(person);
  const key = { 'idempotency-key': crypto.randomUUID() };
  return caller.ask(method, office.aimed(template, known), { raw, headers: { ...key, ...headers } });
};
