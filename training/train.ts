// Learns the model that ships and writes it to src/elements/model.json: npm run train -- [FOLDER OF FURTHER SETS]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from './corpus.js';
import { prepare, trainModel } from './fit.js';

const [, , more] = process.argv;
const documents = loadCorpus(more);
const model = trainModel(prepare(documents));
const path = join(import.meta.dirname, '../src/elements/model.json');
writeFileSync(path, `${JSON.stringify(model)}\n`);
console.log(`${documents.length} documents, version ${model.version}, ${path}`);
