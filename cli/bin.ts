#!/usr/bin/env node
/** The process around `main`: real streams, signals, the exit code. Never ends the process itself, so that no output is cut. */
import { EXIT } from './io.ts';
import type { Io, Sink } from './io.ts';
import { main } from './main.ts';
import { why } from './save.ts';

const stop = new AbortController();
let failed = false;

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => { if (!stream.destroyed) stream.write(text); },
    get isTTY() { return stream.isTTY; },
    get columns() { return stream.isTTY ? stream.columns : undefined; },
  };
}

/** `| head` closes our stdout: there is nobody left to tell, which is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    failed = true;
    process.stderr.write(`winset: the output cannot be written: ${why(error)}.\n`);
  }
  stop.abort('closed');
});
process.stderr.on('error', () => {});
// Once: a second Ctrl+C ends the process at once.
process.once('SIGINT', () => stop.abort('interrupt'));
process.on('uncaughtException', fault);
process.on('unhandledRejection', fault);

/** What escaped every net, in one line. */
function fault(error: unknown): void {
  failed = true;
  const detail = error instanceof Error ? (process.env['WINSET_DEBUG'] === '1' ? error.stack ?? error.message : error.message.replaceAll(/\s+/gu, ' ')) : String(error);
  process.stderr.write(`winset: internal failure: ${detail}\n`);
  process.exitCode = EXIT.failure;
  stop.abort('failed');
}

const io: Io = {
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  terminal: process.stdin.isTTY && process.stdout.isTTY ? { stdin: process.stdin, stdout: process.stdout } : null,
  env: process.env,
  cwd: process.cwd(),
  now: () => performance.now(),
  signal: stop.signal,
};

const code = await main(process.argv.slice(2), io);
process.exitCode = code;
// A write may fail after the last of our own lines has run.
process.on('exit', () => { if (failed) process.exitCode = EXIT.failure; });
