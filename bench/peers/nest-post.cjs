// The peers of a command: a Nest controller as one writes it by hand, with the same validation of the same body. STORE=none keeps
// nothing; STORE=<file> inserts one row for each request into SQLite at full sync, and answers when it is there.
'use strict';
require('reflect-metadata');
const { randomUUID } = require('node:crypto');
const { DatabaseSync } = require('node:sqlite');
const { join } = require('node:path');
const { NestFactory } = require('@nestjs/core');
const { Body, Controller, Module, Param, Post, ValidationPipe } = require('@nestjs/common');
const { FastifyAdapter } = require('@nestjs/platform-fastify');
const { BusinessCaseRequest } = require(join(__dirname, '../../dist/libs/contracts/src/index.js'));

/** What a hand-written controller does with a request: keeps it, and answers with its place. */
const keeping = (file) => {
  if (file === 'none') return () => 1;
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  database.exec(
    'create table projects(id text primary key, portfolio text not null, body text not null, at text not null) strict',
  );
  const insert = database.prepare('insert into projects values (?, ?, ?, ?)');
  return (id, portfolio, body) =>
    insert.run(id, portfolio, JSON.stringify(body), new Date().toISOString()).changes;
};

const keep = keeping(process.env.STORE);

class ProjectsController {
  propose(portfolio, body) {
    const id = randomUUID();
    return { id, revision: 0, position: String(keep(id, portfolio, body)) };
  }
}
const { prototype } = ProjectsController;
Post('portfolios/:portfolioId/projects')(
  prototype,
  'propose',
  Object.getOwnPropertyDescriptor(prototype, 'propose'),
);
Param('portfolioId')(prototype, 'propose', 0);
Body()(prototype, 'propose', 1);
Reflect.defineMetadata('design:paramtypes', [String, BusinessCaseRequest], prototype, 'propose');
Controller('api/v1')(ProjectsController);

class PeerModule {}
Module({ controllers: [ProjectsController] })(PeerModule);

void NestFactory.create(PeerModule, new FastifyAdapter(), { logger: false }).then(async (app) => {
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      forbidUnknownValues: true,
    }),
  );
  await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
});
