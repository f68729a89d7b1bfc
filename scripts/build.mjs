// Builds what is published: one bundle, the code cache that Node 20 starts it from, and the types of its exports.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';

const BUNDLE = path.resolve('dist/cmplan.js');

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/index.ts'],
  outfile: BUNDLE,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
});
if (Module.enableCompileCache === undefined) await writeCodeCache();
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
});

/** Runs a check, so that the functions that it needs are compiled, and keeps what V8 has compiled. */
async function writeCodeCache() {
  const script = new vm.Script(Module.wrap(readFileSync(BUNDLE, 'utf8')), { filename: BUNDLE });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(BUNDLE), loaded, BUNDLE, path.dirname(BUNDLE));
  const silent = { isTerminal: false, columns: undefined, colorLevel: () => 0, write: () => {} };
  const io = { cwd: process.cwd(), env: {}, stdout: silent, stderr: silent, now: Date.now };
  for (const format of ['plain', 'pretty', 'json']) {
    await loaded.exports.main(['check', 'examples/', '--format', format], io);
  }
  writeFileSync(`${BUNDLE}.cache`, script.createCachedData());
}
