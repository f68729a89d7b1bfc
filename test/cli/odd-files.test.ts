import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { BIN, runInProcess } from './run.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-odd-files-'));
  return () => rmSync(folder, { recursive: true });
});
const at = (name: string) => path.join(folder, name);

test.each(['pipe', 'link', '/dev/zero', 'link-to-device'])(
  'a config cannot have a pipe or a device read: %s',
  async (name) => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync('pipe', at('link'));
    symlinkSync('/dev/zero', at('link-to-device'));
    if (name.startsWith('/')) symlinkSync(name, at('zero'));
    const plan = name.startsWith('/') ? 'zero' : name;
    writeFileSync(at('cmplan.config.yaml'), `plans: ${plan}\n`);
    expect(await runInProcess(['check'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `cmplan: "${plan}" is a pipe or a device, which may never end; save its content to a file\n`,
    });
  },
);

test.each([['check'], ['drift', 'plan.yaml', '--schedule'], ['balance']])(
  'a link to a pipe is not read, even where it is named: %s %s %s',
  async (...command) => {
    writeFileSync(at('plan.yaml'), GOOD);
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync('pipe', at('link.yaml'));
    const args = [...command.filter((word) => word !== undefined), 'link.yaml'];
    expect(await runInProcess(args, folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'cmplan: "link.yaml" is a pipe or a device, which may never end; save its content to a file\n',
    });
  },
);

test('pipes and devices in a folder that are named like plans are said, not passed over', async () => {
  mkdirSync(at('plans'));
  writeFileSync(at('plans/a.yaml'), GOOD);
  execFileSync('mkfifo', [at('plans/b.yaml')]);
  symlinkSync('b.yaml', at('plans/c.yaml'));
  symlinkSync('/dev/null', at('plans/d.yaml'));
  execFileSync('mkfifo', [at('plans/not-yaml')]);
  const said = ['b', 'c', 'd'].map(
    (name) =>
      `cmplan: "plans/${name}.yaml" is a pipe or a device, which may never end; save its content to a file\n`,
  );
  for (const args of [['plans'], ['.'], ['plans/*.yaml'], []]) {
    expect(await runInProcess(['check', ...args], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: said.join(''),
    });
  }
});

test.each(['/dev/null', 'pipe'])(
  'a config that is a link to %s is refused, not passed over',
  async (target) => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync(target, at('cmplan.config.yaml'));
    writeFileSync(at('plan.yaml'), GOOD);
    const { status, stderr } = await runInProcess(['check', 'plan.yaml'], folder);
    expect(stderr).toBe(
      'cmplan: the config "cmplan.config.yaml" is a pipe or a device, which may never end; save its content to a file\ncmplan: 1 file was not checked; fix the config first\n',
    );
    expect(status).toBe(2);
  },
);

test('a pipe that somebody names is read, as a shell makes one of a command', () => {
  const script = `"${process.execPath}" "${BIN}" check <(printf 'week: 2026-W48\\nposts: 1\\n')`;
  const { status, stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stdout).toMatch(/^\S+:2:8: error: /);
  expect(status).toBe(1);
});

test('a name that is not UTF-8 is said, of a file and of a folder', async () => {
  mkdirSync(at('plans'));
  writeFileSync(Buffer.concat([Buffer.from(at('plans/a')), Buffer.from([0xff]), Buffer.from('.yaml')]), GOOD);
  mkdirSync(Buffer.concat([Buffer.from(at('plans/b')), Buffer.from([0xe4])]));
  const { status, stderr } = await runInProcess(['check', 'plans'], folder);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'cmplan: "plans/b\ufffd" has a name that is not text in UTF-8; rename it\ncmplan: "plans/a\ufffd.yaml" has a name that is not text in UTF-8; rename it\n',
  );
});

test('a folder a hundred deep is looked into, one deeper is not', async () => {
  const deep = Array(100).fill('a').join('/');
  mkdirSync(at(`plans/${deep}/b`), { recursive: true });
  writeFileSync(at(`plans/${deep}/week.yaml`), `${GOOD}nope:\n`);
  const { status, stdout, stderr } = await runInProcess(['check', 'plans'], folder);
  expect(stdout).toContain(`plans/${deep}/week.yaml:4:1: error`);
  expect(stderr).toMatch(
    /^cmplan: "plans\/a\/.*…" is more than 100 folders deep, so it is not searched; move what is in it\n$/,
  );
  expect(status).toBe(2);
});
