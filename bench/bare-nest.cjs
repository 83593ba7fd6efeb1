// The peer: a Nest application on Fastify with one route and nothing else.
'use strict';
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { Controller, Get, Module } = require('@nestjs/common');
const { FastifyAdapter } = require('@nestjs/platform-fastify');

class HelloController {
  hello() {
    return { hello: 'world' };
  }
}
Get()(
  HelloController.prototype,
  'hello',
  Object.getOwnPropertyDescriptor(HelloController.prototype, 'hello'),
);
Controller('hello')(HelloController);

class BareModule {}
Module({ controllers: [HelloController] })(BareModule);

void NestFactory.create(BareModule, new FastifyAdapter(), { logger: false }).then((app) =>
  app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) }),
);
