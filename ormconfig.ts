import { DataSource } from 'typeorm';
import { configFromEnvironment } from './src/config/environment';
import { writerOptions } from './src/database/data-sources';

/** For TypeORM's own command line; the program itself opens its connections in src/database. */
export default new DataSource(writerOptions(configFromEnvironment().DATABASE_URL));
