export { startProtocolServer, type ProtocolServer } from './server';
