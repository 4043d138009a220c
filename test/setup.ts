import fc from 'fast-check';

// The same cases in every run, so that a run says something of the change it is about; FUZZ_SEED=random looks for new ones.
const { FUZZ_SEED: seed = '20240901' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
