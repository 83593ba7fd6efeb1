import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { describeBoardsOn } from './boards-on-servers.fixture';

let server: ProtocolServer | undefined;
beforeAll(async () => {
  server = await startProtocolServer();
});
afterAll(() => server?.stop());

describeBoardsOn('the protocol server', () => server?.url ?? '');
