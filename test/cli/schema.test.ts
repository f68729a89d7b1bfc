import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Case, runTwice } from './case.ts';

const committed = (name: string) =>
  readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');

const CASES: Readonly<Record<string, Case>> = {
  'the JSON Schema of a plan': { args: ['schema'], status: 0, stdout: committed('plan') },
  'the same by its name': { args: ['schema', 'plan'], status: 0, stdout: committed('plan') },
  'the JSON Schema of a config': { args: ['schema', 'config'], status: 0, stdout: committed('config') },
  'colours change nothing': { args: ['--color', 'schema'], status: 0, stdout: committed('plan') },
  'a mistyped name': {
    args: ['schema', 'confg'],
    status: 2,
    stderr: 'cmplan: there is no JSON Schema for "confg"; did you mean "config"?\n',
  },
  'another name': {
    args: ['schema', 'post'],
    status: 2,
    stderr: 'cmplan: there is no JSON Schema for "post"; choose plan or config\n',
  },
  'more than one': {
    args: ['schema', 'plan', 'config'],
    status: 2,
    stderr: 'cmplan: there are more words after schema than it takes; see cmplan schema --help\n',
  },
  'help with examples': {
    args: ['schema', '--help'],
    status: 0,
    stdout: /Usage: cmplan schema .*\[kind\][\s\S]*\n {2}\$ cmplan schema config\n/,
  },
};

runTwice(CASES, tmpdir);
