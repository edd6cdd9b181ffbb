import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { announceStart, explainFailedStart, prepareStart } from './app.start';
import { configureApp, serverAdapter } from './app.setup';
import { configFromEnvironment } from './config/environment';
import { MailWorker } from './mail/mail.worker';

async function start(): Promise<void> {
  const config = configFromEnvironment();
  const module = AppModule.with(config, { asServer: true, migrate: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, serverAdapter(config), {
    abortOnError: false,
    bodyParser: false,
    logger: ['fatal', 'error', 'warn'],
  });
  await configureApp(app);
  await app.init();
  await prepareStart(app);
  await app.listen(config.PORT, config.HOST);
  app.get(MailWorker).start();
  await announceStart(app);
}

start().catch(explainFailedStart);
