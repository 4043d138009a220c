// The command line as a process, from its sources.
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/process.js';

process.exitCode = await run(fileURLToPath(new URL('../..', import.meta.url)));
