const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/**
 * Loads the bundle without compiling it anew: from the code cache that was built with it, where one is there for the
 * V8 that is running, else with the cache that newer Nodes keep themselves (it holds far less, but fits).
 */
module.exports = function load(bundle) {
  const filename = path.join(__dirname, bundle);
  const cache = `${filename}.${process.versions.v8}.cache`;
  if (!existsSync(cache)) {
    Module.enableCompileCache?.();
    return require(filename);
  }
  const source = Module.wrap(readFileSync(filename, 'utf8'));
  const script = new vm.Script(source, { filename: bundle, cachedData: readFileSync(cache) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, filename, path.dirname(filename));
  return loaded.exports;
};
