/**
 * `npm start`, `npm run dev`, `npm run worker`: from a fresh clone to a running Octavo.
 * Plain JavaScript without dependencies, because there may be none yet.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Octavo needs Node 20.19 or newer, and this is ${process.versions.node}.`);
  process.exit(1);
}

const { start } = await import('./start/start.mjs');
await start(process.argv.slice(2));
