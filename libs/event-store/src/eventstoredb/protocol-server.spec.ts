import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { credentials } from '@grpc/grpc-js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { randomUUID } from 'node:crypto';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { Asking, questions } from '../../../../test/protocol-server/questions';
import recorded from '../../../../test/protocol-server/recorded-answers.json';

const answers = new Map<string, unknown>(Object.entries(recorded));

/** Asks everything and compares with what a real 23.10.8 answered. */
const describeAnswers = (url: () => string): void => {
  let asking: Asking;
  beforeAll(() => {
    asking = new Asking(url());
  });
  afterAll(() => asking.close());

  it.each(questions)('%s', async (name, ask) => {
    expect(await ask(asking)).toEqual(answers.get(name));
  });
};

it('asks every question that an answer was recorded for', () => {
  expect(new Set(questions.map(([name]) => name))).toEqual(new Set(answers.keys()));
});

describe('the protocol server answers as a real one', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await startProtocolServer();
  });
  afterAll(() => server.stop());

  describeAnswers(() => server.url);

  it('a batch whose event is malformed is answered twice: as a bad request, and when its time is up', async () => {
    const client = new StreamsClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
    const call = client.batchAppend().on('error', () => undefined);
    const told = new Promise<string[]>((resolve) => {
      const types: string[] = [];
      call.on('data', (answer: BatchAppendResp) => {
        types.push(answer.getError()?.getDetails()?.getTypeName() ?? 'success');
        if (types.length === 2) resolve(types);
      });
    });
    call.write(malformedBatch());
    expect(await told).toEqual(['event_store.client.BadRequest', 'event_store.client.Timeout']);
    call.end();
    client.close();
  });
});

const malformedBatch = (): BatchAppendReq => {
  const message = new BatchAppendReq.ProposedMessage().setId(new UUID().setString('not-a-uuid'));
  message.getMetadataMap().set('type', 'A').set('content-type', 'application/json');
  const options = new BatchAppendReq.Options()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(new Uint8Array(Buffer.from('malformed'))))
    .setNoStream(new Empty());
  return new BatchAppendReq()
    .setCorrelationId(new UUID().setString(randomUUID()))
    .setOptions(options)
    .setProposedMessagesList([message])
    .setIsFinal(true);
};

const realServer = process.env['TEST_EVENTSTORE_URL'];
if (realServer !== undefined)
  describe('a real server answers as recorded', () => {
    describeAnswers(() => realServer);
  });
