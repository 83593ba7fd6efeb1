import type { TestDocket } from './docket.fixture';

const unescaped = (text: string): string => text.replaceAll('&amp;', '&');

/** Where the links of a page lead, in its order, and the parts of itself that it leads to. */
export const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/<a\b[^>]*?href="([^"]*)"/g)].map(([, target = '']) => unescaped(target));

const idsIn = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/\bid="([^"]*)"/g)].map(([, id = '']) => id));

/** What a walk along all links has seen: each address with its page, and what was wrong with a link. */
export type Walk = Readonly<{ pages: ReadonlyMap<string, string>; faults: readonly string[] }>;

/** Follows every link of every page, from one page on; what is no page is asked for and not read further. */
export const walkFrom = async (docket: TestDocket, start: string): Promise<Walk> => {
  const pages = new Map<string, string>();
  const faults: string[] = [];
  const anchors: (readonly [string, string])[] = [];
  const waiting = [start];
  const seen = new Set(waiting);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { status, text, headers } = await docket.visitor.get(next);
    if (status !== 200) faults.push(`${status} ${next}`);
    if (!headers.get('content-type')?.startsWith('text/html') || next.startsWith('/api/')) continue;
    pages.set(next, text);
    for (const link of linksIn(text)) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? next : path;
      if (anchor !== undefined) anchors.push([target, anchor]);
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  for (const [path, anchor] of anchors)
    if (!idsIn(pages.get(path) ?? '').has(anchor)) faults.push(`nothing at ${path}#${anchor}`);
  return { pages, faults };
};
