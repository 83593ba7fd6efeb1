import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { sendUnaryData } from '@grpc/grpc-js';

/** The release whose answers this server gives. */
export const VERSION = '23.10.8';

const METHODS: readonly (readonly [service: string, method: string, ...features: string[]])[] = [
  ['event_store.client.streams.streams', 'read', 'position', 'events'],
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'batchappend', 'deadline_duration'],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

const supported = (version: string): SupportedMethods =>
  new SupportedMethods()
    .setEventStoreServerVersion(version)
    .setMethodsList(
      METHODS.map(([service, method, ...features]) =>
        new SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(features),
      ),
    );

export const getSupportedMethods =
  (version: string) =>
  (_call: unknown, answer: sendUnaryData<SupportedMethods>): void =>
    answer(null, supported(version));
