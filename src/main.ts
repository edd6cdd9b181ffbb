import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { configureApp, nestOptions, serverAdapter } from './app.setup';
import { beginService, explainFailedStart, keepCopyBeforeMigrating, prepareStart } from './app.start';
import { configFromEnvironment } from './config/environment';

async function start(): Promise<void> {
  const config = configFromEnvironment();
  await keepCopyBeforeMigrating(config);
  const module = AppModule.with(config, { asServer: true, migrate: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, serverAdapter(config), nestOptions);
  await configureApp(app);
  await app.init();
  await prepareStart(app);
  await app.listen(config.PORT, config.HOST);
  await beginService(app);
}

start().catch(explainFailedStart);
