import { BUILT_IN_FORMATS } from '../plan/post-formats.ts';
import { configSchema } from '../policy/config-shapes.ts';
import { DEFAULT_PLANS, RULE_SETTINGS, type RuleSetting } from '../policy/policy.ts';
import { TARGET_NAMES } from '../policy/read-targets.ts';
import { COLUMN_ROLES } from '../policy/sheet-columns.ts';
import { SETTABLE_RULES } from '../rules/index.ts';
import { listed } from '../text/words.ts';
import { SCHEMAS } from '../version.ts';
import { CATEGORIES } from './category-schemas.ts';
import { explained, fieldsOf, type WordsFor } from './described-fields.ts';
import {
  DEFINITIONS,
  definition,
  type JsonSchema,
  mappingOf,
  mappingOfNames,
  nameWith,
  offering,
  oneOrMore,
  onlyMapping,
  orNothing,
} from './json-schema.ts';
import { targets, teamChannel, teamChannels } from './target-schemas.ts';
import { timezone } from './timezone-schema.ts';

const CONFIG: WordsFor<typeof configSchema.shape> = {
  plans: {
    description:
      'Where the plans are, starting from the folder of this file: a path or a list of paths. * stands for any name.',
    default: DEFAULT_PLANS,
    examples: [['plans', 'campaigns']],
  },
  ignore: {
    description: 'What is not checked: a path or a list of paths, starting from the folder of this file.',
    examples: ['plans/archive', ['plans/archive', 'plans/ideas.yaml']],
  },
  timezone: timezone('The time zone of plans that name none.'),
  channels: {
    description:
      'The channels of plans that name none: a list of names, or names as keys, each with targets of its own.',
    examples: [['facebook', 'telegram'], 'instagram'],
    schema: teamChannels,
  },
  targets: {
    description: 'What all plans are measured against. Anything left out comes from the defaults.',
    yaml: 'targets:\n  mix: { branded: 25, functional: 35, emotional: 40 }\n  reserve: 1\n',
    schema: () => definition('targets'),
  },
  formats: {
    description:
      'Formats and the category that each implies. A built-in format with nothing after it implies none.',
    yaml: 'formats:\n  quiz: emotional\n  joke:\n',
    schema: formats,
  },
  aliases: {
    description: 'Other names of categories, accepted wherever a category is named.',
    yaml: 'aliases:\n  emotional: [fun, humour]\n',
    schema: aliases,
  },
  sheets: {
    description: 'How to read the sheets of the team: which columns have what in them.',
    yaml: 'sheets:\n  columns: { title: [Tema], category: Rubrik }\n',
    schema: sheets,
  },
  rules: {
    description: 'How serious each rule is. cmplan explain RULE says why a rule exists.',
    yaml: 'rules:\n  streak: warning\n  unapproved: error\n',
    schema: rules,
  },
  locked: {
    description: 'Targets that no plan may set, or all.',
    examples: [['mix'], 'all'],
    schema: locked,
  },
};

function formats(): JsonSchema {
  const category = offering(
    CATEGORIES,
    nameWith('this is not a name; write a category, as in quiz: emotional'),
  );
  const implied = orNothing(category);
  return mappingOfNames(
    { description: 'The category that the format implies. Nothing after it: none.', ...implied },
    'this does not belong here; write formats with their categories, such as quiz: emotional',
    Object.fromEntries(
      [...BUILT_IN_FORMATS].map(([format, byDefault]) => [
        format,
        {
          description: `A built-in format, which implies the category ${byDefault}. A category here replaces that one. Nothing after it: no category.`,
          ...implied,
        },
      ]),
    ),
  );
}

function aliases(): JsonSchema {
  const names = orNothing(oneOrMore(nameWith('this is not a name; write another name of the category')));
  const others = { description: 'Other names of the category: one, or a list of them.', ...names };
  return mappingOfNames(
    others,
    'this does not belong here; write categories with their other names, such as emotional: [fun, humour]',
    Object.fromEntries(Object.keys(CATEGORIES).map((category) => [category, others])),
  );
}

function sheets(): JsonSchema {
  const columns = Object.fromEntries(
    COLUMN_ROLES.map((role) => [
      role,
      { description: `The columns with the ${role}.`, ...definition('columnNames') },
    ]),
  );
  const wrongColumns =
    'this does not belong here; write columns by what they have, such as { title: [Tema] }';
  return onlyMapping(
    mappingOf({
      columns: {
        description: 'Columns by what they have in them.',
        ...orNothing(onlyMapping(mappingOf(columns), wrongColumns)),
      },
    }),
    'this does not belong here; write columns: { title: [Tema] }',
  );
}

function columnNames(): JsonSchema {
  return orNothing(oneOrMore(nameWith('this is not the name of a column; write one, such as Tema')));
}

const SETTING_MEANINGS: Readonly<Record<RuleSetting, string>> = {
  off: 'The rule is switched off.',
  info: 'Worth knowing.',
  warning: 'Worth a change; the check passes.',
  error: 'The check fails.',
};

const NO_RULES = `this does not belong here; write rules, each with ${listed(RULE_SETTINGS)}, such as mix: error`;

function rules(): JsonSchema {
  const settings = {
    enum: RULE_SETTINGS,
    enumDescriptions: RULE_SETTINGS.map((setting) => SETTING_MEANINGS[setting]),
    errorMessage: `this is not a setting; write ${listed(RULE_SETTINGS)}`,
  };
  const properties = SETTABLE_RULES.map(({ id, severity, summary }) => {
    const description = `Speaks up when ${summary}.`;
    return [id, { ...explained({ description, default: severity }), ...orNothing(settings) }] as const;
  });
  return onlyMapping(mappingOf(Object.fromEntries(properties)), NO_RULES);
}

function locked(): JsonSchema {
  const errorMessage = `this is not a target; write ${listed(TARGET_NAMES)}, or all`;
  return oneOrMore({ enum: [...TARGET_NAMES, 'all'], errorMessage });
}

/**
 * Returns the JSON Schema of a config, with which editors complete, explain and check a config while it is being
 * written.
 */
export function configJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${SCHEMAS}/config.schema.json`,
    title: 'cmplan config',
    description:
      'What a team agrees on for all its content plans, as cmplan reads it from cmplan.config.yaml.',
    ...mappingOf(fieldsOf(configSchema, CONFIG)),
    definitions: { ...DEFINITIONS, ...targets(), ...teamChannel(), columnNames: columnNames() },
  };
}
