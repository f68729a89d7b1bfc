import { checkText } from '../plans.ts';

/** Text that means something to a log, a page, a format or a terminal. */
export const HOSTILE = [
  '::error::x',
  ' \u00a0\u3000::stop-commands::x',
  '##[error]x',
  '###[add-mask]x',
  'a ##[set-env name=PATH;]x',
  '##\t[error]x',
  '100%, a: b',
  'x%0A::error::x',
  'two\nlines\r\nand\r::warning::more',
  'a ]]> b <![CDATA[ c &amp; <script>alert(1)</script>',
  '| a | b \\| c `d` **e** ~f~ $g$ @team #12 GH-1 www.e.org http://e.org [h](http://e.org) ![i](j)',
  '{0} {{ }} %SRCROOT% $ {{ secrets.X }}',
  '\u001b[31mred\u0007 \u0000 \u202e \u200b \u2028 \ufffe \uffff \ud800 \udc00',
  'Кава ☕ 👩‍👩‍👧 日本 𠀀',
  `" ' = ; , # ? \\ /../ //x`,
  '',
] as const;

/** Names of files that a repository may hold. */
export const HOSTILE_FILES = HOSTILE.filter((name) => name !== '').map(
  (name) => `${name.replaceAll('\u0000', '')}.yaml`,
);

/** Text in quotes as YAML takes it; half a surrogate pair is nothing that a plan can say. */
export function inYaml(text: string): string {
  const whole = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return JSON.stringify(whole).replace(
    /[\x7f-\x9f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A plan that says the text wherever a plan can say something; it has findings of all severities. */
export function planSaying(text: string, file?: string) {
  const said = inYaml(text);
  const plan = `week: 2026-W48
timezone: ${said}
channels: [a, ${said === '""' ? 'b' : said}]
targets: { mix: { ${said}: 50, b: 50 }, posts_per_day: 0-2, max_streak: 1 }
hold: { from: 2026-11-25, to: 2026-11-25, reason: ${said} }
posts:
  mon:
    - { channel: ${said}, category: ${said}, format: ${said}, title: ${said}, text: ${said} }
    - { channel: a, category: b, title: ${said}, text: ${said} }
    - { channel: a, category: b, title: ${said}, text: ${said} }
    - { channel: a, category: b, title: ${said}, unplanned: true }
  tue:
    - channel: a
      category: b
      ${said}: ${said}
      status: ${said}
  wed:
    - { channel: a, category: ${said}, title: ${said} }
  ${said}: []
`;
  return checkText(plan, file);
}
