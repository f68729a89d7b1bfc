#!/usr/bin/env node

const { main, processIo } = require('./load.js')('../dist/cmplan.js');

main(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode ||= status;
});
