import type { Answer } from './docket.fixture';

const LEAKS = /node_modules|\.[jt]s:\d|\bat \w+.*\(|Error:|undefined|\[object/;

/** What is wrong with a problem as a caller sees it; nothing for a sound one. */
export const faultsOf = ({ status, headers, text, body }: Answer): readonly string[] => {
  if (status < 400) return [`answered ${status}, not a problem: ${text.slice(0, 200)}`];
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return [`content-type ${headers.get('content-type')}: ${text.slice(0, 200)}`];
  const { type, title, status: told, code, detail } = body ?? {};
  return [
    ...(type === `urn:docket:problem:${code}` ? [] : [`type ${type} of code ${code}`]),
    ...(typeof title === 'string' && title !== '' ? [] : ['no title']),
    ...(told === status ? [] : [`status ${told} in an answer of ${status}`]),
    ...(typeof detail === 'string' && detail.length > 20 ? [] : [`detail says little: ${detail}`]),
    ...(LEAKS.test(text) ? [`it leaks: ${text.slice(0, 300)}`] : []),
  ];
};

/** A problem in short: `status code`, and what is wrong with it as one. */
export const inShort = (answer: Answer): string =>
  [`${answer.status} ${answer.body?.code ?? answer.text.slice(0, 120)}`, ...faultsOf(answer)].join('; ');

/** The answer to long work as if its last line were all of it: a problem there is a problem. */
export const endOf = (answer: Answer): Answer => {
  if (!answer.headers.get('content-type')?.startsWith('application/x-ndjson')) return answer;
  const text = answer.text.trim().split('\n').at(-1) ?? '';
  const { problem } = JSON.parse(text) as { problem?: { status: number } };
  if (!problem) return answer;
  return {
    status: problem.status,
    headers: new Headers({ 'content-type': 'application/problem+json' }),
    text,
    body: problem,
  };
};
