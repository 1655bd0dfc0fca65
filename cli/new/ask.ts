/** Questions in a terminal, one line each. An answer that cannot be read is said so and asked for again. */
import { createInterface } from 'node:readline';
import { Failure, UsageError } from '../stops.ts';

export interface Question<Answer> {
  readonly asks: string;
  /** Throws a `UsageError` at what is no answer. */
  readonly read: (line: string) => Answer;
}
export interface Asked {
  readonly input: NodeJS.ReadableStream;
  readonly output: { write(text: string): unknown };
  readonly signal: AbortSignal;
}

export async function answers<Answer>(questions: readonly Question<Answer>[], { input, output, signal }: Asked): Promise<readonly Answer[]> {
  // Not as a terminal: so Ctrl+C stays with the program, which knows how to end.
  const reader = createInterface({ input, terminal: false });
  const close = (): void => reader.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    const lines = reader[Symbol.asyncIterator]();
    const found: Answer[] = [];
    for (const question of questions) found.push(await answer(question, lines, output));
    return found;
  } finally {
    signal.removeEventListener('abort', close);
    reader.close();
  }
}

async function answer<Answer>({ asks, read }: Question<Answer>, lines: AsyncIterator<string>, output: Asked['output']): Promise<Answer> {
  for (;;) {
    output.write(`${asks}: `);
    const line = await lines.next();
    if (line.done === true) {
      output.write('\n');
      throw new Failure('Nothing was written: a question had no answer.');
    }
    try {
      return read(line.value);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      output.write(`${error.message}\n`);
    }
  }
}
