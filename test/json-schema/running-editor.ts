import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCHEMAS } from '../../src/version.ts';
import { runInProcess } from '../cli/run.ts';
import { LanguageServer, type Position } from './language-server.ts';

const COMMITTED = pathToFileURL(path.resolve(import.meta.dirname, '../../schemas')).href;

/** Where a plan and the config of a team are. */
export const [PLAN, CONFIG] = ['plans/week.yaml', 'cmplan.config.yaml'];

/** With the JSON Schemas that are committed in place of the published ones. */
export const withCommitted = (text: string) => text.replaceAll(SCHEMAS, COMMITTED);

interface Proposal {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

/** An editor with the YAML extension, set up as `cmplan init` does it, in the folder of a team. */
export class Editor {
  readonly team = mkdtempSync(path.join(tmpdir(), 'cmplan-editor-'));
  private server: LanguageServer | undefined;

  /** Sets the folder up, and resolves when the editor can be asked. */
  async start(): Promise<void> {
    mkdirSync(path.join(this.team, '.git'));
    const init = ['init', '--kind', 'brand', '--channel', 'instagram', '--timezone', 'Europe/Kyiv'];
    await runInProcess(init, this.team);
    await runInProcess(['new', '2026-W49', '-o', 'plans/another.yaml'], this.team);
    const { 'yaml.schemas': schemas } = JSON.parse(withCommitted(this.written('.vscode/settings.json')));
    this.server = new LanguageServer({
      schemas,
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
    });
    await this.server.start();
  }

  /** Ends the editor, and takes the folder away. */
  async stop(): Promise<void> {
    await this.server?.stop();
    rmSync(this.team, { recursive: true });
  }

  /** A file of the team. */
  written(name: string): string {
    return readFileSync(path.join(this.team, name), 'utf8');
  }

  /** What the editor offers at |, each with what it says of it. */
  async offered(marked: string, name: string): Promise<Readonly<Record<string, string>>> {
    const { items } = (await this.askAt('completion', marked, name)) as { items: readonly Proposal[] };
    const explanation = ({ documentation = '' }: Proposal) =>
      typeof documentation === 'string' ? documentation : documentation.value;
    return Object.fromEntries(items.map((item) => [item.label, explanation(item)]));
  }

  /** What the editor shows to those who point at |. */
  async shown(marked: string, name: string): Promise<string> {
    const hover = (await this.askAt('hover', marked, name)) as { contents: { value: string } } | null;
    return hover?.contents.value ?? '';
  }

  /** What the editor underlines, each with its place and what it says of it. */
  async underlined(text: string, name: string): Promise<readonly string[]> {
    const { diagnostics } = await this.running().open(text, name);
    return diagnostics.map(
      ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1}: ${message}`,
    );
  }

  private async askAt(method: string, marked: string, name: string): Promise<unknown> {
    const [before = '', after = ''] = marked.split('|');
    const lines = before.split('\n');
    const position: Position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
    const { uri } = await this.running().open(before + after, name);
    return this.running().request(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  private running(): LanguageServer {
    if (this.server === undefined) throw new Error('the editor was not started');
    return this.server;
  }
}
