import type { FastifyInstance } from 'fastify';

/** Which methods each address takes, noted as the routes are made. */
export class Methods {
  private readonly routes = new Map<string, { readonly address: RegExp; readonly methods: Set<string> }>();

  /** Notes every route that `fastify` is given from here on. */
  noteRoutesOf(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const known = this.routes.get(url) ?? {
        address: new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}/?$`),
        methods: new Set(),
      };
      for (const one of [method].flat()) known.methods.add(one);
      this.routes.set(url, known);
    });
  }

  /** The methods that something at this address takes; none where nothing is. */
  allowedAt(url: string): readonly string[] {
    const path = url.split('?')[0] ?? '';
    const found = [...this.routes.values()].filter(({ address }) => address.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }
}
