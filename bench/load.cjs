// A client of 64 connections and nothing else, in a process of its own, so that it costs the servers as little as can be: requests
// of given bytes over kept-alive connections, one at a time on each. Asked over IPC: `{ url, person?, path, body, clients, milliseconds }`.
'use strict';
const { randomUUID } = require('node:crypto');
const { connect } = require('node:net');

const HEAD_END = Buffer.from('\r\n\r\n');

/** One request as bytes; `$n` in the body becomes a number of its own. */
const requestOf = ({ host, path, headers, body }, number) => {
  const text = body.replaceAll('$n', String(number));
  return `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${headers}content-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

/** Where the answer that begins these bytes ends, -1 while it is not whole. */
const endOfAnswer = (bytes) => {
  const head = bytes.indexOf(HEAD_END);
  if (head < 0) return -1;
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error('An answer came without its length.');
  const end = head + HEAD_END.length + Number(length);
  return bytes.length < end ? -1 : end;
};

/** One connection that asks again as soon as it is answered. */
const client = (asked, next, done, failed) => {
  const socket = connect(asked.port, asked.hostname).setNoDelay(true);
  let received = Buffer.alloc(0);
  let began = 0;
  const ask = () => {
    const request = next();
    if (request === undefined) return void socket.end();
    began = performance.now();
    socket.write(request);
  };
  socket.on('connect', ask).on('error', failed);
  socket.on('data', (data) => {
    received = received.length === 0 ? data : Buffer.concat([received, data]);
    const end = endOfAnswer(received);
    if (end < 0) return;
    const status = received.toString('latin1', 9, 12);
    if (!status.startsWith('2')) {
      failed(new Error(received.toString('utf8', 0, end)));
      return void socket.destroy();
    }
    received = received.subarray(end);
    done(performance.now() - began);
    ask();
  });
  return new Promise((resolve) => socket.on('close', resolve));
};

/** Keeps `clients` connections busy for so long: how many were answered, in how many milliseconds, and how long one waited. */
async function load({ url, path, body, cookie, clients, milliseconds, first = 0 }) {
  const { host, hostname, port } = new URL(url);
  const asked = { host, hostname, port, path, body, headers: cookie ? `cookie: ${cookie}\r\n` : '' };
  const waits = [];
  let number = first;
  let error;
  const began = performance.now();
  const next = () =>
    error || performance.now() - began > milliseconds ? undefined : requestOf(asked, number++);
  const fail = (reason) => {
    error ??= reason;
  };
  await Promise.all(
    Array.from({ length: clients }, () => client(asked, next, (wait) => waits.push(wait), fail)),
  );
  if (error) throw error;
  const took = performance.now() - began;
  waits.sort((a, b) => a - b);
  return {
    answered: waits.length,
    perSecond: (waits.length / took) * 1_000,
    median: waits[Math.floor(waits.length / 2)],
    p99: waits[Math.floor(waits.length * 0.99)],
    last: number,
  };
}

if (process.send)
  process.on('message', (asked) => {
    void load(asked).then(
      (result) => process.send({ result }),
      (error) => process.send({ error: error.message }),
    );
  });

module.exports = { load };
