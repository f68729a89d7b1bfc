import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const SERVER = path.resolve(
  import.meta.dirname,
  '../../node_modules/yaml-language-server/bin/yaml-language-server',
);

/** A place in a text, counted from 0, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What an editor underlines. */
export interface Diagnostic {
  readonly range: { readonly start: Position };
  readonly message: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Answer {
  readonly take: (result: unknown) => void;
  readonly refuse: (reason: Error) => void;
}

/** The program behind the YAML extension of an editor, by the protocol that editors speak with it. */
export class LanguageServer {
  private readonly process: ChildProcess;
  private readonly settings: object;
  private readonly answers = new Map<string, Answer>();
  private received = Buffer.alloc(0);
  private requests = 0;
  private documents = 0;

  /** @param settings - what the editor has set below `yaml` */
  constructor(settings: object) {
    this.settings = settings;
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout?.on('data', (bytes: Buffer) => this.receive(bytes));
    this.process.on('exit', () => this.refuseAll());
  }

  /** Resolves when the server can be asked: it answers what it is asked last only when it has the settings. */
  async start(): Promise<void> {
    const completion = { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } };
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { completion, publishDiagnostics: {} },
    };
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    this.send({ method: 'initialized', params: {} });
    this.send({ method: 'workspace/didChangeConfiguration', params: { settings: null } });
    await this.request('textDocument/codeLens', { textDocument: { uri: 'file:///nowhere.yaml' } });
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    await this.request('shutdown', null);
    this.answers.clear();
    this.process.kill();
  }

  /** Opens a text in a folder of its own; resolves when the server has judged it. */
  async open(
    text: string,
    name: string,
  ): Promise<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }> {
    const uri = `file:///team-${this.documents++}/${name}`;
    const judged = this.answer(uri);
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.send({ method: 'textDocument/didOpen', params: { textDocument } });
    return { uri, diagnostics: (await judged) as readonly Diagnostic[] };
  }

  /** Asks one thing, and resolves with the answer. */
  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.requests;
    const answer = this.answer(String(id));
    this.send({ id, method, params });
    return answer;
  }

  private answer(key: string): Promise<unknown> {
    return new Promise((take, refuse) => this.answers.set(key, { take, refuse }));
  }

  private settle(key: string, { result, error }: Message): void {
    const answer = this.answers.get(key);
    this.answers.delete(key);
    if (error === undefined) answer?.take(result);
    else answer?.refuse(new Error(error.message));
  }

  private refuseAll(): void {
    for (const key of [...this.answers.keys()]) {
      this.settle(key, { error: { message: 'the language server has ended' } });
    }
  }

  private send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private receive(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const end = this.received.indexOf('\r\n\r\n');
      const [, length] =
        /Content-Length: (\d+)/.exec(this.received.toString('latin1', 0, Math.max(end, 0))) ?? [];
      const next = end + 4 + Number(length);
      if (length === undefined || this.received.length < next) return;
      const message: Message = JSON.parse(this.received.toString('utf8', end + 4, next));
      this.received = this.received.subarray(next);
      this.take(message);
    }
  }

  private take(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) this.settle(String(id), message);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: unknown };
      this.settle(uri, { result: diagnostics });
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] };
      this.send({
        id: id as number,
        result: items.map(({ section }) => (section === 'yaml' ? this.settings : null)),
      });
    } else if (id !== undefined) this.send({ id, result: null });
  }
}
