import { execFileSync } from 'node:child_process';

/** Builds the bundle anew, so that the tests that run it as a program never run an old one. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
