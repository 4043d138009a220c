import { Chalk } from 'chalk';
import type { Paint } from '../report/report.js';
import type { Io } from './io.js';

/**
 * Colours, or none: `--color` and `--no-color` decide, then NO_COLOR (any value but the empty one), FORCE_COLOR, and whether the output shows colours.
 * @param flag what the option says, undefined where it was not given
 */
export function paintFor(flag: boolean | undefined, colors: boolean, env: Io['env']): Paint {
  return new Chalk({ level: (flag ?? byEnvironment(colors, env)) ? 1 : 0 });
}

function byEnvironment(colors: boolean, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return colors;
}
