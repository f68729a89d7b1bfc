import type { Io } from '../io.ts';
import { quoted } from '../text/words.ts';
import { pathFrom } from '../workspace/files.ts';
import type { Sentence } from '../yaml/places.ts';
import { say } from './notices.ts';
import { reportViewOf } from './view.ts';

/** Whether cmplan runs in a workflow of GitHub Actions. */
export function isInGithubActions({ env }: Io): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

/**
 * Appends Markdown to the summary page of the GitHub Actions job, if there is one. If writing fails, says so on
 * standard error and does not throw.
 */
export async function addToSummary(text: string, io: Io): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return;
  const { addTo, whyNotWritten } = await import('../workspace/writing.ts');
  try {
    addTo(pathFrom(io.cwd, file), text);
  } catch (error) {
    await say([`the summary ${quoted(file)} ${whyNotWritten(error)}`], io);
  }
}

/**
 * Reports failures in GitHub Actions in three places: next to the changed lines, on the summary page of the job, and in
 * its log.
 *
 * @param sentences - a sentence for each failure
 */
export async function tellFailures(sentences: readonly Sentence[], io: Io): Promise<void> {
  if (sentences.length === 0) return;
  const { githubFailure } = await import('../report/github.ts');
  const { markdownFailures } = await import('../report/markdown.ts');
  const view = reportViewOf(io, false);
  for (const sentence of sentences) io.stderr.write(githubFailure(sentence, view));
  await say(sentences, io);
  await addToSummary(markdownFailures(sentences), io);
}
