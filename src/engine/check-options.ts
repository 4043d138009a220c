import { keysIn, type Path, sayProblem, schemaProblems } from '../document/schema-errors.js';
import { engineOptions as validate } from '../generated/validators.js';
import type { EngineOptions } from './options.js';
import { OPTIONS_SCHEMA } from './options-schema.js';
import { EngineError } from './problems.js';

/** Names that functions of the API take beside those of an engine. */
const BESIDE = ['onNote', 'path', 'errorOnUnmatchedPattern'];

/** @throws EngineError that names every option there is not, with the one most likely meant, and every value that cannot be */
export function checkOptions(options: EngineOptions): void {
  if (validate(options)) return;
  const known = (path: Path) => [...keysIn(OPTIONS_SCHEMA)(path), ...(path.length === 0 ? BESIDE : [])];
  const locale = options.locale === 'en' ? 'en' : 'zh-CN';
  const said = schemaProblems(validate.errors, known, options).map((problem) => sayProblem(problem)[locale]);
  throw new EngineError('badOption', {}, said.join('\n'));
}
