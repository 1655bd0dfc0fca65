/** An editor as far as a language server sees one: opens texts, and asks what to mark, to complete and to explain. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Mark { readonly line: number; readonly message: string }
type Message = Readonly<Record<string, unknown>>;

/** `folder`: where the texts lie as the server believes; they need not be there, but the schema that they name must. */
export class Editor {
  readonly #folder: string;
  readonly #server = spawn(process.execPath, [createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #marks = new Map<string, (marks: readonly Mark[]) => void>();
  #asked = 0;
  #rest = Buffer.alloc(0);

  constructor(folder: string) {
    this.#folder = folder;
    this.#server.stdout.on('data', (chunk: Buffer) => this.#hear(chunk));
  }

  async begin(): Promise<void> {
    const rootUri = pathToFileURL(this.#folder).href;
    await this.#ask('initialize', { processId: null, rootUri, workspaceFolders: [{ uri: rootUri, name: 'scenarios' }], capabilities: { textDocument: { completion: {}, hover: { contentFormat: ['plaintext'] } }, workspace: { configuration: true } } });
    this.#say('initialized', {});
  }
  end(): void {
    this.#server.kill();
  }

  /** What is marked in a text. */
  async marks(name: string, text: string): Promise<readonly Mark[]> {
    const uri = this.#uri(name);
    const marks = new Promise<readonly Mark[]>((resolve) => { this.#marks.set(uri, resolve); });
    this.#say('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return await marks;
  }
  /** What may be written at a place of an opened text, lines and columns from 0. */
  async completes(name: string, line: number, character: number): Promise<readonly string[]> {
    const result = (await this.#ask('textDocument/completion', { textDocument: { uri: this.#uri(name) }, position: { line, character } })) as { readonly items?: readonly { readonly label: string }[] } | null;
    return (result?.items ?? []).map(({ label }) => label);
  }
  async explains(name: string, line: number, character: number): Promise<string> {
    const result = (await this.#ask('textDocument/hover', { textDocument: { uri: this.#uri(name) }, position: { line, character } })) as { readonly contents: { readonly value: string } } | null;
    return result?.contents.value ?? '';
  }

  #uri(name: string): string { return pathToFileURL(path.join(this.#folder, name)).href; }

  #ask(method: string, params: Message): Promise<unknown> {
    const id = ++this.#asked;
    const answer = new Promise((resolve) => { this.#answers.set(id, resolve); });
    this.#send({ id, method, params });
    return answer;
  }
  #say(method: string, params: Message): void { this.#send({ method, params }); }
  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #hear(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:[^\r]*\r\n)*?\r\n/u.exec(this.#rest.toString('latin1'));
      const [whole = '', length = '0'] = head ?? [];
      if (head === null || this.#rest.length < whole.length + Number(length)) return;
      const body = this.#rest.subarray(whole.length, whole.length + Number(length)).toString();
      this.#rest = this.#rest.subarray(whole.length + Number(length));
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take(message: Message): void {
    const { id, method, result } = message;
    const params = message['params'] as { readonly items?: readonly unknown[]; readonly uri?: string; readonly diagnostics?: readonly { readonly message: string; readonly range: { readonly start: { readonly line: number } } }[] } | undefined;
    if (typeof method === 'string' && id !== undefined) {
      // Nothing is to be fetched from anywhere.
      const settings = { schemaStore: { enable: false }, completion: true, hover: true, validate: true };
      return this.#send({ id, result: method === 'workspace/configuration' ? (params?.items ?? []).map((item) => ((item as { section?: string }).section === 'yaml' ? settings : null)) : null });
    }
    if (method === 'textDocument/publishDiagnostics') return this.#marks.get(params?.uri ?? '')?.((params?.diagnostics ?? []).map((one) => ({ line: one.range.start.line + 1, message: one.message })));
    if (typeof id === 'number') this.#answers.get(id)?.(result);
  }
}
