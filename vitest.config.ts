import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start other programs (browsers, editors, shells, office), kill processes, or try many cases. */
const LONG = ['test/**/*.long.test.ts'];

/** They replace modules: whoever loaded those before, or loads them after, must not share a process with them. */
const REPLACING = ['test/files/loading.test.ts', 'test/cli/cache.test.ts', 'test/cli/kept-run.test.ts'];

/** `vitest run` runs everything, `vitest run --mode quick` what is not long, with fewer cases a property. */
export default defineConfig(({ mode }) => {
  const isQuick = mode === 'quick';
  const { FUZZ_RUNS = isQuick ? '25' : '100' } = process.env;
  const shared = {
    setupFiles: ['test/setup.ts'],
    // They end tests that hang. The first of a process waits until all code is loaded, which takes minutes on a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    env: { FUZZ_RUNS },
  };
  const exclude = isQuick ? LONG : [];
  return {
    test: {
      globalSetup: ['test/built-package.ts'],
      // By default one processor stays idle: of two, half.
      maxWorkers: availableParallelism(),
      coverage: {
        include: ['src/**/*.ts', 'rules/**/*.ts'],
        // What runs in pages is tested in a browser, which tells nothing of it here.
        exclude: ['src/generated/**', 'src/audit/page/client/**', 'src/page/client/**'],
        reporter: ['text-summary', 'json-summary'],
        // A little below what the quick tests reach: they measure what runs in their own processes alone.
        thresholds: { lines: 95, functions: 94, branches: 85 },
      },
      projects: [
        // Most of the time of a small file would go into loading the same code again.
        {
          test: {
            ...shared,
            name: 'shared',
            isolate: false,
            include: ['test/**/*.test.ts'],
            exclude: [...exclude, ...REPLACING],
          },
        },
        { test: { ...shared, name: 'apart', include: REPLACING } },
      ],
    },
  };
});
