/** `npm run demo`: installs, builds, migrates, seeds and serves the demo city; nothing but Node and npm is needed. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();

const data = process.env.DATA_DIR ?? join('data', 'demo');
mkdirSync(resolve(root, data), { recursive: true });
const secretFile = resolve(root, data, 'secret');
if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(48).toString('base64'), { mode: 0o600 });

const port = process.env.PORT ?? '3000';
Object.assign(process.env, {
  MODE: 'demo',
  PORT: port,
  HOST: process.env.HOST ?? '127.0.0.1',
  BASE_URL: process.env.BASE_URL ?? `http://127.0.0.1:${port}`,
  DATABASE_URL: process.env.DATABASE_URL ?? `sqlite:${join(data, 'yushen.db')}`,
  DATA_DIR: data,
  SECRET_KEY: process.env.SECRET_KEY ?? readFileSync(secretFile, 'utf8'),
  MAIL_URL: 'mailbox:',
  MAIL_FROM: '预审专班秘书处 <secretariat@yijiang.example>',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
process.chdir(root);
await import('../dist/main.js');
