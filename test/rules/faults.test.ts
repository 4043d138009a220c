import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { archiveFixture } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';
import { FAULTS, type Fault } from './faults.js';

const ARCHIVE = archiveFixture('fixtures/archives/faultless');

/** The least share of the faults that a preset must find. Raise it where more are found. */
const FLOORS = { recommended: 0.81, all: 0.94 };

/** The archive with one fault in it. */
function withFault({ file, from, to, name }: Fault): typeof ARCHIVE {
  const documents = ARCHIVE.documents.map((document) => {
    if (document.path !== file) return document;
    const text = document.text.replace(from, to);
    if (text === document.text) throw new Error(`there is nothing to replace: ${name}`);
    return { ...document, text };
  });
  return { ...ARCHIVE, documents };
}

/** Which rules find something, in either document. */
async function speaking(archive: typeof ARCHIVE, preset: string): Promise<Set<string>> {
  const found = await lintFixture(archive, rules, [preset]);
  return new Set(found.map(({ finding }) => finding.ruleId as string));
}

describe('the faultless pair', () => {
  it('gives nothing to find under recommended', async () => {
    expect(await speaking(ARCHIVE, 'recommended')).toEqual(new Set());
  });

  it('lets the rules that wait for a fault wait under all', async () => {
    const found = await speaking(ARCHIVE, 'all');
    expect(FAULTS.filter(({ rule }) => found.has(rule))).toEqual([]);
  });
});

describe('of faults planted in the pair', () => {
  it.each(Object.entries(FLOORS))('%s finds no smaller share than %s', async (preset, floor) => {
    const missed = [];
    for (const fault of FAULTS) {
      const found = await speaking(withFault(fault), preset);
      if (!found.has(fault.rule)) missed.push(fault.name);
    }
    expect(1 - missed.length / FAULTS.length, `missed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(floor);
  });
});
