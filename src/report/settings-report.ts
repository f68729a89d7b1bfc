import { Chalk } from 'chalk';
import { visible, visibleJson } from '../text/escape.ts';
import type { EffectiveSettings, Setting } from '../workspace/effective-settings.ts';
import { inFlow, written } from '../yaml/written-values.ts';
import type { View } from './formatter.ts';
import { padEnd, widest, widthOf } from './pretty/layout.ts';

const LONGEST_LINE = 60;
const INDENT = '  ';

/**
 * Returns the settings that apply to a plan as text that looks like a config. A comment says where each value is set.
 * The comment follows the value or, if the line would be too long, stands above it.
 */
export function settingsText(settings: EffectiveSettings, { columns, colorLevel }: View): string {
  const chalk = new Chalk({ level: colorLevel });
  const { plan, config, timezone, channels, plans, ignore, locked } = settings;
  const rows: readonly Row[] = [
    rowOf('timezone', timezone),
    titleOf('channels'),
    ...Object.entries(channels).flatMap(([channel, targets]) => indented(group(channel, targets))),
    ...(['formats', 'aliases', 'rules'] as const).flatMap((key) => group(key, settings[key])),
    rowOf('plans', plans),
    rowOf('ignore', ignore),
    rowOf('locked', locked),
  ];
  const width = Math.min(LONGEST_LINE, widest(rows.map(({ text }) => text)));
  const what = plan === null ? 'a plan that sets nothing itself' : visible(plan);
  const head = `# ${what}, ${config === null ? 'without a config' : `with ${visible(config)}`}`;
  const lines = rows.flatMap(({ text, comment: said }) => {
    if (said === undefined) return [text];
    const before = `${padEnd(text, width)}${INDENT}`;
    const comment = `# ${said}`;
    if (widthOf(before + comment) <= columns) return [before + chalk.dim(comment)];
    return [(/^ */.exec(text)?.[0] ?? '') + chalk.dim(comment), text];
  });
  return `${[chalk.dim(head), ...lines].join('\n')}\n`;
}

/** Returns the settings that apply to a plan as JSON for programs. For a default value, `from` is `null`. */
export function settingsJson(settings: EffectiveSettings): string {
  return `${visibleJson(JSON.stringify({ version: 1, ...settings }, null, 2))}\n`;
}

interface Row {
  readonly text: string;
  /** Says where the value comes from; undefined if the row has no value of its own. */
  readonly comment: string | undefined;
}

function group(name: string, settings: Readonly<Record<string, Setting>>): readonly Row[] {
  const rows = Object.entries(settings).map(([key, setting]) => rowOf(key, setting));
  return rows.length === 0
    ? [{ text: `${written(name)}: {}`, comment: undefined }]
    : [titleOf(name), ...indented(rows)];
}

function indented(rows: readonly Row[]): readonly Row[] {
  return rows.map(({ text, comment }) => ({ text: INDENT + text, comment }));
}

function titleOf(name: string): Row {
  return { text: `${written(name)}:`, comment: undefined };
}

function rowOf(key: string, setting: Setting): Row {
  const { value } = setting;
  const text = value === null ? '' : ` ${inFlow(value)}`;
  return { text: `${written(key)}:${text}`, comment: sayOrigin(setting) };
}

function sayOrigin({ from, isInvalid }: Setting): string {
  if (from === null) return 'default';
  return `${visible(from.file)}:${from.line}${isInvalid ? ', invalid: cmplan check says why' : ''}`;
}
