import { existsSync } from 'node:fs';
import { Config, readConfig } from './config';

/** The configuration of this process: the environment, completed by a `.env` file where one lies beside it. */
export function configFromEnvironment(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
