import { addTo } from '../archive/lists.js';
import type { Stopwatch } from '../lint/options.js';
import type { FileResult, Stats } from '../lint/result.js';

/** Milliseconds by step; see `Stopwatch`. */
type Pass = Map<string, number>;

/** Takes the times of a run (`--stats`). */
export class Timing {
  private readonly passes = new Map<string, Pass[]>();

  readonly stopwatch: Stopwatch = (path) => {
    const pass: Pass = new Map();
    addTo(this.passes, path, pass);
    return (step, work) => {
      const start = performance.now();
      try {
        return work();
      } finally {
        pass.set(step, (pass.get(step) ?? 0) + performance.now() - start);
      }
    };
  };

  /** The result with its times; without, where nothing was done for it. */
  withStats(result: FileResult): FileResult {
    const passes = this.passes.get(result.filePath);
    return passes ? { ...result, stats: statsOf(passes) } : result;
  }
}

function statsOf(passes: readonly Pass[]): Stats {
  return {
    fixPasses: passes.length - 1,
    times: {
      passes: passes.map((pass) => ({
        parse: { total: pass.get('parse') ?? 0 },
        rules: Object.fromEntries(
          [...pass].filter(([step]) => step !== 'parse').map(([step, total]) => [step, { total }]),
        ),
        total: [...pass.values()].reduce((sum, time) => sum + time, 0),
      })),
    },
  };
}
