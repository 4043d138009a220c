import fc from 'fast-check';

// The same cases in every run, so that a run says something of the change it is about. `npm run fuzz` looks for new ones, and for more.
const { FUZZ_SEED: seed = '20240901', FUZZ_RUNS: runs } = process.env;
fc.configureGlobal({ numRuns: Number(runs), ...(seed === 'random' ? {} : { seed: Number(seed) }) });
