/**
 * The least that could answer the same requests: each page is its recorded SQL through better-sqlite3, every row read,
 * and the recorded HTML from plain node:http; each vote is its recorded reads and its recorded writes in one durable
 * transaction. Used as: node bench/baseline-server.mjs RECORDING.json DATABASE PORT
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { openBare, readsOf, repeatableUnitsOf } from './replay.mjs';

const [recordingFile, file, port] = process.argv.slice(2);
const recording = JSON.parse(readFileSync(recordingFile, 'utf8'));
const { reader, writer } = openBare(file);

const routes = new Map(
  recording.workloads.map(({ path, reads, units, html }) => [
    path,
    { read: readsOf(reader, reads), write: repeatableUnitsOf(writer, units), html: Buffer.from(html) },
  ]),
);

createServer((request, response) => {
  const route = routes.get(`${request.method} ${request.url}`);
  if (!route) return void response.writeHead(404).end();
  if (request.method === 'GET') return void answer(response, route);
  request.on('data', () => undefined).on('end', () => answer(response, route));
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));

function answer(response, { read, write, html }) {
  read();
  write();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': html.length });
  response.end(html);
}
