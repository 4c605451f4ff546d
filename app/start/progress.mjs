const QUIET_MS = 2_000;
const REMINDER_MS = 20_000;

/**
 * Waits for `work`, and tells the person at the terminal what is going on once it takes longer than
 * two seconds. `label` may be a function, when what is going on changes.
 */
export async function during(label, work) {
  const words = typeof label === 'function' ? label : () => label;
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const live = process.stdout.isTTY;
  let shown = false;
  let timer = setTimeout(function tick() {
    if (live) process.stdout.write(`\r\x1b[K${words()} … ${seconds()} s `);
    else console.log(shown ? `${words()} … ${seconds()} s` : `${words()} …`);
    shown = true;
    timer = setTimeout(tick, live ? 1_000 : REMINDER_MS);
  }, QUIET_MS);
  try {
    const result = await work;
    clearTimeout(timer);
    if (shown)
      process.stdout.write(`${live ? '\r\x1b[K' : ''}${words()}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    clearTimeout(timer);
    if (shown && live) process.stdout.write('\n');
    throw error;
  }
}
