import { decodeStored, type Aggregate } from './aggregate';
import { defineCodec } from './codec';
import { accept } from './decider';
import type { Recorded } from './envelope';
import type { StoredEvent } from './event-store.port';
import { derivedUuid } from './ids';
import type { Command, Event } from './messages';
import type { Process, ProcessCommand } from './process';
import { digestOfBody, type Request } from './request';

/** A lamp that is ordered, and a shop that sends a parcel and then a letter for it. */
type Ordered = Event<'Ordered', { lamp: string }>;
export type Order = Command<'Order', { lamp: string }>;
export const Lamp: Aggregate<number, Order, Ordered, never> = {
  category: 'lamp',
  decider: {
    initialState: () => 0,
    evolve: (orders) => orders + 1,
    decide: ({ data }) => accept({ type: 'Ordered', data }),
  },
  codec: defineCodec<Ordered>({
    versions: { Ordered: 1 },
    upcasters: { 'Ordered.v1': (data) => ({ type: 'Ordered', data }) },
    words: {},
  }),
  portfolioOf: () => undefined,
};

type Taken = Event<'Taken', { lamp: string }>;
type Sent = Event<'Sent', { step: string; code?: string }>;
type Shipping = Readonly<{ lamp: string; left: readonly string[] }>;
const steps = ['parcel', 'letter'];

export const shipping: Process<Shipping, Ordered, Taken | Sent> = {
  name: 'shipping',
  isTrigger: (event): event is Recorded<Ordered> => event.type === 'Ordered',
  instanceOf: ({ data }) => derivedUuid('shipping', data.lamp),
  pending: ({ lamp, left }) => left.map((step) => ({ step, operation: step, target: lamp, data: { lamp } })),
  aggregate: {
    category: 'shipping',
    decider: {
      initialState: () => ({ lamp: '', left: [] }),
      evolve: (state, event) =>
        event.type === 'Taken'
          ? { lamp: event.data.lamp, left: steps }
          : { ...state, left: state.left.filter((step) => step !== event.data.step) },
      decide: (command: ProcessCommand<Ordered>, { lamp, left }) => {
        if (command.type === 'Notice')
          return lamp ? accept() : accept({ type: 'Taken', data: { lamp: command.data.event.data.lamp } });
        const { step, ...ended } = command.data;
        if (!left.includes(step)) return accept();
        return accept({ type: 'Sent', data: { step, ...('code' in ended ? { code: ended.code } : {}) } });
      },
    },
    codec: defineCodec<Taken | Sent>({
      versions: { Taken: 1, Sent: 1 },
      upcasters: {
        'Taken.v1': (data) => ({ type: 'Taken', data }),
        'Sent.v1': (data) => ({ type: 'Sent', data }),
      },
      words: {},
    }),
    portfolioOf: () => undefined,
  },
};

/** Reads a stored event of either. */
export const decode = (stored: StoredEvent): Recorded =>
  stored.stream.includes('-lamp-')
    ? decodeStored(Lamp.codec, stored)
    : decodeStored(shipping.aggregate.codec, stored);

export const requestFor = (lamp: string, origin: 'live' | 'import'): Request => ({
  actor: 'ada',
  authentication: 'test',
  operation: 'order',
  key: lamp,
  bodyDigest: digestOfBody(lamp),
  correlationId: `correlation-${lamp}`,
  origin,
});

/** What the shop's stream holds in the end. */
export const whole = (lamp: string) => [
  { type: 'Taken', data: { lamp } },
  { type: 'Sent', data: { step: 'parcel' } },
  { type: 'Sent', data: { step: 'letter' } },
];
