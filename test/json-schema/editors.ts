import { Ajv } from 'ajv';
import { parseDocument } from 'yaml';
import { configJsonSchema } from '../../src/json-schema/config-file.ts';
import type { JsonSchema } from '../../src/json-schema/json-schema.ts';
import { planJsonSchema } from '../../src/json-schema/plan-file.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readConfig } from '../../src/policy/read-config.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { RULE_NAMES } from '../../src/rules/index.ts';
import { readText } from '../../src/yaml/source.ts';
import type { Problem } from '../../src/yaml/structural-problem.ts';

/*
 * What the program and a JSON Schema each say of the same text.
 */

/** What the YAML extension of editors reads beside the standard. */
const OF_EDITORS = ['errorMessage', 'patternErrorMessage', 'enumDescriptions', 'markdownDescription'];

/** Why a value is not valid by a JSON Schema; empty where it is. */
function validator(schema: JsonSchema): (value: unknown) => string {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowMatchingProperties: true,
  });
  ajv.addVocabulary(OF_EDITORS);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

/** A kind of file: what the program and its JSON Schema say of a text; nothing where they accept it. */
export interface FileKind {
  readonly byProgram: (text: string) => string;
  readonly bySchema: (text: string) => string;
}

/** The text as an editor's library reads it. */
function asEditorsRead(text: string): unknown {
  const options = { merge: true, schema: 'core', uniqueKeys: false, logLevel: 'error' } as const;
  return parseDocument(text, options).toJS({ maxAliasCount: -1 });
}

/** What is wrong with the shape of a file: no matter of the period, of channels or categories by name. */
function shapeProblems(problems: readonly Problem[]): string {
  return problems
    .filter(
      ({ rule, message }) =>
        rule === 'schema' ||
        (rule === 'date' && /is not a day|does not exist|days are written in English/.test(message)),
    )
    .map(({ message }) => message)
    .join('\n');
}

function fileKind(
  schema: JsonSchema,
  read: (text: string, report: (problem: Problem) => void) => void,
): FileKind {
  const whyInvalid = validator(schema);
  return {
    byProgram: (text) => {
      const [unreadable] = readText(text).problems;
      if (unreadable !== undefined) return unreadable.message;
      const problems: Problem[] = [];
      read(text, (each) => problems.push(each));
      return shapeProblems(problems);
    },
    bySchema: (text) => whyInvalid(asEditorsRead(text)),
  };
}

/** Plans. */
export const PLAN = fileKind(planJsonSchema(), (text, report) => {
  readPlan(readText(text).root, { policy: NO_POLICY, inline: true }, report);
});

/** Configs. */
export const CONFIG = fileKind(configJsonSchema(), (text, report) => {
  readConfig(readText(text).root, RULE_NAMES, report);
});
