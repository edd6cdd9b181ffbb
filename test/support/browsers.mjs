/**
 * The browsers of `over-http.ts`, in a thread of their own as they are on machines of their own: one connection for
 * each, kept open.
 */
import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';

const agents = new Map();

parentPort.on('message', ({ id, who, address, method, headers, body }) => {
  if (!agents.has(who)) agents.set(who, new Agent({ keepAlive: true, maxSockets: 1 }));
  const began = performance.now();
  const sent = request(address, { agent: agents.get(who), method, headers }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => {
      const took = performance.now() - began;
      const { statusCode } = response;
      const text = Buffer.concat(parts).toString();
      parentPort.postMessage({ id, answer: { statusCode, headers: response.headers, body: text, took } });
    });
  });
  sent.once('error', ({ message }) => parentPort.postMessage({ id, failed: message }));
  sent.end(body);
});
