// Builds what is published: one bundle, the licences of what is in it, the code cache that this Node starts it from,
// and the types of its exports.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build, transform } from 'esbuild';

const BUNDLE = path.resolve('dist/cmplan.js');

/** Libraries that a check without colours and globs must not evaluate when it starts: they are loaded on demand. */
const ON_DEMAND = [
  'chalk',
  'commander',
  'csv-parse',
  'fast-wrap-ansi',
  'ical.js',
  'picomatch',
  'saxes',
  'tinyqueue',
  'yaml',
];

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/index.ts'],
  outfile: BUNDLE,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  plugins: [{ name: 'spread', setup: ({ onLoad }) => onLoad({ filter: /js-yaml\.mjs$/ }, withoutSpread) }],
  // A script that is loaded from its code cache cannot import: what is imported on demand is required then.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
  minify: true,
  metafile: true,
});
refuseEagerLibraries();
refuseOtherThanAscii();
refuseDynamicImports();
writeFileSync('dist/LICENSES.txt', licences());
await writeCodeCache();
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
});

pruneTypes();

/** js-yaml spreads an object for every event, and takes a third of the time with what esbuild makes of it; our own code takes longer so. */
async function withoutSpread({ path: file }) {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    supported: { 'object-rest-spread': false },
  });
  return { contents: code };
}

/** Keeps the types that the face of the package leads to. */
function pruneTypes() {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, next] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.(?:ts|js)'/g)) {
      visit(path.resolve(path.dirname(file), `${next}.d.ts`));
    }
  };
  const types = path.resolve('dist/types');
  visit(path.join(types, 'index.d.ts'));
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) rmSync(file);
  }
}

/** Follows the static imports from the entry, as evaluation does. */
function refuseEagerLibraries() {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path: next, kind, external } of metafile.inputs[file]?.imports ?? []) {
      if (!external && kind !== 'dynamic-import') visit(next);
    }
  };
  visit('src/index.ts');
  const eager = ON_DEMAND.filter((name) =>
    [...seen].some((file) => file.startsWith(`node_modules/${name}/`)),
  );
  if (eager.length > 0)
    throw new Error(`loaded at every start: ${eager.join(', ')}; import them dynamically`);
}

function refuseDynamicImports() {
  const [found] = /\bimport\(["'`][^)]*\)/.exec(readFileSync(BUNDLE, 'utf8')) ?? [];
  if (found !== undefined) throw new Error(`${found} fails in a script that was loaded from its code cache`);
}

/** A text with any other character takes V8 twice the memory and noticeably longer to load; esbuild escapes all but regular expressions. */
function refuseOtherThanAscii() {
  const [, stranger] = /(.{0,40}[^\x00-\x7f].{0,20})/.exec(readFileSync(BUNDLE, 'utf8')) ?? [];
  if (stranger !== undefined) throw new Error(`not ASCII, write it as \\u escape: ${stranger}`);
}

function licences() {
  const names = Object.keys(metafile.inputs).flatMap(
    (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  );
  return [...new Set(names)]
    .sort()
    .map((name) => {
      const folder = `node_modules/${name}`;
      const { version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      // saxes is published without the text of its licence, which has to go with every copy.
      const source = file === undefined ? `scripts/licences/${name}.txt` : `${folder}/${file}`;
      const text = readFileSync(source, 'utf8').trim();
      return `${name} ${version} (${license}), source: ${repository?.url ?? repository}\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Runs a check, so that the functions that it needs are compiled, and keeps what V8 has compiled. */
async function writeCodeCache() {
  const script = new vm.Script(Module.wrap(readFileSync(BUNDLE, 'utf8')), { filename: '../dist/cmplan.js' });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(BUNDLE), loaded, BUNDLE, path.dirname(BUNDLE));
  const silent = { isTerminal: false, columns: undefined, colorLevel: () => 0, write: () => {} };
  const io = { cwd: process.cwd(), env: {}, stdout: silent, stderr: silent, now: Date.now };
  for (const format of ['plain', 'pretty', 'json']) {
    await loaded.exports.main(['check', 'examples/', '--format', format], io);
  }
  await loaded.exports.main(['new', '--timezone', 'Europe/Kyiv', '--output', '-'], io);
  writeFileSync(`${BUNDLE}.${process.versions.v8}.cache`, script.createCachedData());
}
