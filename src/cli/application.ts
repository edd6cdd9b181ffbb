import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { configFromEnvironment } from '../config/environment';

/** The program without its server, for one piece of work; it may go on beside a running server. */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = configFromEnvironment();
  const app = await NestFactory.createApplicationContext(
    AppModule.with(config, { asServer: false, migrate: false }),
    {
      // What goes wrong is told by the command itself, in words.
      logger: ['fatal'],
      abortOnError: false,
    },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
