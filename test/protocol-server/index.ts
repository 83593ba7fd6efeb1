export { JournalDamaged } from './journal';
export { startProtocolServer, type ProtocolServer, type ServerOptions } from './server';
export { startUnreliableServer, WAYS, type UnreliableServer, type Way } from './unreliable-server';
