/** A headless Chromium, spoken to over a pipe (DevTools protocol): opens a file, tells what its console said and what it asked the network for. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const PROGRAM = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version']).status === 0);
export const HAS_CHROMIUM = PROGRAM !== undefined;
if (!HAS_CHROMIUM) {
  if (process.env['CI'] === 'true') throw new Error('chromium is missing; .ci/run installs it');
  process.stderr.write('SKIPPED: tests of the report in a browser need chromium (Debian: apt-get install chromium).\n');
}

interface Message { readonly id?: number; readonly method?: string; readonly params?: Record<string, unknown>; readonly result?: Record<string, unknown>; readonly error?: { readonly message: string } }

export interface Opened {
  /** Everything that the console, the log or an exception said. */
  readonly said: readonly string[];
  /** Addresses asked for, the file itself left out. */
  readonly asked: readonly string[];
  /** A JavaScript expression in the page, its promise awaited. */
  evaluate(expression: string): Promise<unknown>;
}

export class Chromium {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'winset-chromium-'));
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #heard: ((message: Message) => void)[] = [];
  #next = 1;

  constructor() {
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`];
    this.#process = spawn(PROGRAM ?? 'chromium', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let rest = '';
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#hear(JSON.parse(part) as Message);
    });
  }

  #hear(message: Message): void {
    if (message.id === undefined) for (const hear of this.#heard) hear(message);
    else this.#waiting.get(message.id)?.(message);
  }

  async #send(method: string, params: Record<string, unknown> = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = this.#next++;
    const answer = new Promise<Message>((resolve) => { this.#waiting.set(id, resolve); });
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  async open(file: string): Promise<Opened> {
    const { targetId } = await this.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true }) as { sessionId: string };
    const [said, asked]: [string[], string[]] = [[], []];
    const address = pathToFileURL(file).href;
    const loaded = new Promise<void>((resolve) => {
      this.#heard.push(({ method, params }) => {
        if (method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') said.push(JSON.stringify(params));
        if (method === 'Network.requestWillBeSent' && params !== undefined) { const { url } = params['request'] as { url: string }; if (url !== address) asked.push(url); }
        if (method === 'Page.loadEventFired') resolve();
      });
    });
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.#send(`${domain}.enable`, {}, sessionId);
    await this.#send('Page.navigate', { url: address }, sessionId);
    await loaded;
    return {
      said, asked,
      evaluate: async (expression) => {
        const { result, exceptionDetails } = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId) as { result: { value?: unknown }; exceptionDetails?: unknown };
        if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
        return result.value;
      },
    };
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => { this.#process.once('exit', resolve); });
    await this.#send('Browser.close');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
