import 'reflect-metadata';
import { operator } from '@docket/identity';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Methods } from '../http/methods';
import { ProblemFilter } from '../problems/problem.filter';
import { Does } from './does.decorator';
import { RightsGuard } from './rights.guard';

@Controller()
class PlantedController {
  @Get('named')
  @Does('rebuild')
  named(): string {
    return 'done';
  }

  @Get('forgotten')
  forgotten(): string {
    return 'done';
  }
}

@Module({ controllers: [PlantedController], providers: [{ provide: APP_GUARD, useClass: RightsGuard }] })
class PlantedModule {}

describe('a route', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(PlantedModule, new FastifyAdapter(), {
      logger: false,
    });
    app.useGlobalFilters(new ProblemFilter(new Methods()));
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', async (request) => {
        request.caller = {
          person: { ...operator, roles: ['operator', 'pmo', 'chair'] },
          authentication: 'owner-secret',
        };
      });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const ask = async (url: string) => {
    const { statusCode, body } = await app.inject({ method: 'GET', url });
    return [statusCode, statusCode === 200 ? body : JSON.parse(body).code];
  };

  it('that names its operation is open to whom the table of rights gives it', async () =>
    expect(await ask('/named')).toEqual([200, 'done']));
  it('that names none is refused to everybody', async () =>
    expect(await ask('/forgotten')).toEqual([403, 'not-allowed']));
});
