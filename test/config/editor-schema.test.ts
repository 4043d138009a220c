import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schemas/config.schema.json')));

describe('the schema by which editors check a config', () => {
  it.each(['README.md', 'README.zh-CN.md', 'docs/data-rules.md', 'docs/plugin.md', 'docs/editors.md'])(
    'lets the configs pass that %s shows',
    (page) => {
      const blocks = [...read(page).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text ?? ''));
      const configs = blocks.filter(
        (block) => !Array.isArray(block) && ['extends', 'rules', 'dataRules'].some((key) => key in block),
      );
      expect(configs.length).toBeGreaterThan(0);
      for (const config of configs) expect([config, validate(config), validate.errors]).toEqual([config, true, null]);
    },
  );

  it.each([
    'extends: [recommended, ./yunxi.preset.yaml, example:strict]',
    'extends:\nrules:',
    'rules: { local/no-slogans: off, example/few-exclamations: [warn, { allowed: 2 }] }',
    "overrides: [{ files: '2019/**', rules: { local/no-slogans: 0 } }]",
  ])('lets pass what a run takes: %s', (text) => {
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  it.each([
    'extends: recommend',
    'rules: { element/scoop: error }',
    'rules: { element/scope: fatal }',
    'rules: { element/scope: [error, { headings: true }] }',
    'rules: { scope: error }',
    'rule: {}',
    "overrides: [{ files: '2019/**', rules: { meta/date: 0 } }]",
  ])('marks %s', (text) => {
    expect(validate(parse(text))).toBe(false);
  });

  it('says what a rule and a key are for', () => {
    const { properties, definitions } = JSON.parse(read('schemas/config.schema.json'));
    expect(definitions.rules.properties['element/scope'].description).toContain('适用');
    for (const [key, { description }] of Object.entries<{ description?: string }>(properties))
      if (key !== '$schema') expect([key, description]).toEqual([key, expect.stringMatching(/\S/)]);
  });
});
