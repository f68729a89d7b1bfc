const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/**
 * Loads the bundle without compiling it anew: newer Nodes keep compiled code themselves; Node 20 takes it from the
 * code cache that was built with the bundle, and compiles as ever where V8 finds that the cache does not fit.
 */
module.exports = function load(bundle) {
  const filename = path.join(__dirname, bundle);
  const cachedData = Module.enableCompileCache === undefined ? codeCache(`${filename}.cache`) : undefined;
  if (cachedData === undefined) {
    Module.enableCompileCache?.();
    return require(filename);
  }
  const script = new vm.Script(Module.wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, filename, path.dirname(filename));
  return loaded.exports;
};

function codeCache(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
