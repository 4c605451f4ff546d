/** The built product's HTTP application on a free port, without job worker or start screen. */
import { announce } from './announce.ts';

const build = await import('../../build/server/index.js' as string);
const server = build.entry.module
  .httpApp(build)
  .listen(0, '127.0.0.1', () => announce(server.address()));
