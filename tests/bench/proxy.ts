/** A proxy that gives each request to the next of the servers named in TARGETS, kept connections each. */
import { Agent, createServer, request } from 'node:http';
import { announce } from './announce.ts';

const targets = (process.env.TARGETS ?? '').split(' ').map((url) => new URL(url));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let turn = 0;

const server = createServer((req, res) => {
  const target = targets[turn++ % targets.length];
  const { method, url: path, headers } = req;
  const asked = request(
    { agent, hostname: target?.hostname, port: target?.port, method, path, headers },
    (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    },
  );
  asked.on('error', () => res.destroy());
  req.pipe(asked);
});
server.listen(0, '127.0.0.1', () => announce(server.address()));
