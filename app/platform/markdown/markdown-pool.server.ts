import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { log } from '#app/platform/log.server.ts';

/**
 * tangled: the text takes too long, or grows absurdly, when rendered.
 * empty: nothing in it can be seen. busy: too many texts are waiting.
 */
export type Rendered =
  | { ok: true; html: string }
  | { ok: false; reason: 'tangled' | 'empty' | 'busy' };

const READY_WITHIN_MS = 20_000;

interface Job {
  source: string;
  done(rendered: Rendered): void;
}

/** Workers that render Markdown, each ended and replaced when a text holds it too long. */
export class MarkdownPool {
  readonly #limits: { workers: number; killAfterMs: number; waitingMax: number };
  readonly #benches = new Set<Bench>();
  readonly #waiting: Job[] = [];

  constructor(limits: { workers: number; killAfterMs: number; waitingMax: number }) {
    this.#limits = limits;
  }

  /** Never rejects. Workers start with the first text, and idle ones keep no process alive. */
  render(source: string): Promise<Rendered> {
    if (this.#waiting.length >= this.#limits.waitingMax) {
      return Promise.resolve({ ok: false, reason: 'busy' });
    }
    return new Promise((done) => {
      this.#waiting.push({ source, done });
      this.#assign();
    });
  }

  /** Ends the workers; what they were at is answered with "busy". */
  async stop(): Promise<void> {
    this.#giveUp();
    await Promise.all([...this.#benches].map((bench) => this.#end(bench, 'busy')));
  }

  #assign(): void {
    for (const bench of this.#benches) {
      if (!bench.ready || bench.job) continue;
      const job = this.#waiting.shift();
      if (!job) return;
      bench.take(job, this.#limits.killAfterMs, () => void this.#end(bench, 'tangled'));
    }
    const starting = [...this.#benches].filter(({ ready }) => !ready).length;
    if (this.#waiting.length > starting && this.#benches.size < this.#limits.workers) this.#start();
  }

  #start(): void {
    const bench = new Bench();
    this.#benches.add(bench);
    bench.timer = setTimeout(() => void this.#end(bench, 'busy'), READY_WITHIN_MS);
    bench.worker.on('message', (message: 'ready' | Rendered) => {
      bench.heard(message);
      this.#assign();
    });
    bench.worker.on('error', (error) => {
      const exhausted = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!exhausted) log.error({ err: error }, 'the Markdown worker failed');
      void this.#end(bench, exhausted ? 'tangled' : 'busy');
    });
    bench.worker.on('exit', () => void this.#end(bench, 'busy'));
  }

  async #end(bench: Bench, reason: 'tangled' | 'busy'): Promise<void> {
    if (!this.#benches.delete(bench)) return;
    bench.settle({ ok: false, reason });
    if (!bench.ready && this.#benches.size === 0) this.#giveUp();
    this.#assign();
    await bench.worker.terminate();
  }

  #giveUp(): void {
    for (const job of this.#waiting.splice(0)) job.done({ ok: false, reason: 'busy' });
  }
}

class Bench {
  readonly worker = new Worker(workerFile(), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  ready = false;
  job: Job | null = null;
  timer: NodeJS.Timeout | undefined;

  take(job: Job, killAfterMs: number, kill: () => void): void {
    this.job = job;
    this.worker.ref();
    this.timer = setTimeout(kill, killAfterMs);
    this.worker.postMessage(job.source);
  }

  heard(message: 'ready' | Rendered): void {
    this.worker.unref();
    if (message !== 'ready') {
      this.settle(message);
      return;
    }
    clearTimeout(this.timer);
    this.ready = true;
  }

  settle(rendered: Rendered): void {
    clearTimeout(this.timer);
    this.job?.done(rendered);
    this.job = null;
  }
}

/** Beside this file in the sources; from the built server, in the checkout it was built from. */
function workerFile(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(folder, 'markdown-worker.mjs');
  if (existsSync(beside)) return beside;
  for (;;) {
    const file = path.join(folder, 'app/platform/markdown/markdown-worker.mjs');
    if (existsSync(file)) return file;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('app/platform/markdown/markdown-worker.mjs is missing.');
    folder = parent;
  }
}
