#!/usr/bin/env node

const { enableCompileCache } = require('node:module');
enableCompileCache?.();

const { main, processIo } = require('../dist/cmplan.js');
main(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
