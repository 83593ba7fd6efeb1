import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Child, Place } from './cli.fixture';

it('a start at a port that is taken says so in one sentence, and begins no data folder', async () => {
  const place = new Place();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const taken = other.address();
  const port = typeof taken === 'object' && taken ? String(taken.port) : '';
  const { code, stderr } = await new Child('api', [], { PORT: port, DOCKET_DATA: place.at('data') }).ended;
  other.close();
  const isBegun = existsSync(place.at('data'));
  await place.remove();
  expect([code, isBegun, stderr]).toEqual([
    2,
    false,
    `docket: the port is taken, by another Docket or another program: listen EADDRINUSE: address already in use 127.0.0.1:${port}. Set PORT to a free one, PORT=0 picks one.\n`,
  ]);
});
