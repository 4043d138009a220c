import { isInside } from '../archive/targets.js';
import type { ConfigProblem } from '../config/config.js';
import type { Engine } from '../engine/engine.js';
import { ConfigError } from '../engine/problems.js';
import type { LspHost, Settings } from './lsp-host.js';

/** The engine for each open document: its configuration is read once, and again when something it is read from changes. */
export class Configurations {
  private readonly byConfigFile = new Map<string, Promise<Prepared>>();
  private readonly configFiles = new Map<string, string>();
  private readonly lastGood = new Map<string, Engine>();

  /**
   * @param rootOf the folder of the workspace that a path lies in
   * @param onTouch told of the files that configurations are read from
   */
  constructor(
    private readonly world: LspHost,
    private readonly rootOf: (path: string) => string,
    private readonly settingsOf: (root: string) => Promise<Settings>,
    private readonly onTouch: (path: string) => void,
  ) {}

  /** What holds for a document; where its config is broken, what held before, else what holds without one. */
  async for(path: string): Promise<Engine> {
    const folder = folderOf(path);
    const root = this.rootOf(path);
    const settings = await this.settingsFor(path);
    const file = settings.config ?? this.configFile(folder, root);
    const key = `${root}\n${file}`;
    const reading = this.byConfigFile.get(key) ?? this.read(path, root, settings);
    this.byConfigFile.set(key, reading);
    const { engine, problems } = await reading;
    if (problems.length === 0) {
      await engine.configuration.prepare([path]);
      this.lastGood.set(folder, engine);
      return engine;
    }
    const before = this.lastGood.get(folder);
    if (before) return before;
    const plain = this.world.engine(root, { ...withoutNames(settings), configLookup: false });
    await plain.configuration.prepare([path]);
    return plain;
  }

  settingsFor(path: string): Promise<Settings> {
    return this.settingsOf(this.rootOf(path));
  }

  private async read(path: string, root: string, settings: Settings): Promise<Prepared> {
    const engine = this.world.engine(root, settings);
    const problems = await problemsOf(engine.configuration.prepare([path]));
    for (const file of [...engine.configuration.filesRead, ...problems.map((problem) => problem.file)])
      if (isPath(file)) this.onTouch(file);
    return { engine, problems };
  }

  private configFile(folder: string, root: string): string {
    const known = this.configFiles.get(folder) ?? this.world.findConfig(folder, root) ?? '';
    this.configFiles.set(folder, known);
    for (let at = folder; ; at = folderOf(at)) {
      this.onTouch(at);
      if (at === known || at === folderOf(at) || this.configFiles.has(folderOf(at))) break;
    }
    return known;
  }

  /** What is wrong with the configs read since the last reset. */
  async problems(): Promise<ConfigProblem[]> {
    const read = await Promise.all(this.byConfigFile.values());
    const all = new Map(
      read.flatMap(({ problems }) => problems.map((problem) => [JSON.stringify(problem), problem] as const)),
    );
    return [...all.values()];
  }

  /** Whether a change of a path may change what configurations say. */
  async hangOn(path: string): Promise<boolean> {
    if (CONFIG_NAME.test(path)) return true;
    for (const { engine, problems } of await Promise.all(this.byConfigFile.values())) {
      if (engine.configuration.filesRead.some((file) => isInside(file, path))) return true;
      // A broken config may name files that are not there yet.
      if (problems.length > 0 && CONFIG_PART.test(path)) return true;
    }
    return false;
  }

  /** What held before goes on no more where it breaks: it may have been what settings forbid now. */
  forgetGood(): void {
    this.lastGood.clear();
  }

  /** Reads everything anew when it is next asked for. */
  reset(): void {
    this.byConfigFile.clear();
    this.configFiles.clear();
  }
}

interface Prepared {
  readonly engine: Engine;
  /** What is wrong with the configs; the engine is of no use then. */
  readonly problems: readonly ConfigProblem[];
}

async function problemsOf(preparing: Promise<void>): Promise<readonly ConfigProblem[]> {
  try {
    await preparing;
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const CONFIG_NAME = /(?<![^/])jiedu-lint\.config\.[^/]*$/;
const CONFIG_PART = /\.(?:ya?ml|json|[cm]?[jt]s)$/i;

/** Whether a problem is in a file: others are in a setting. */
export function isPath(file: string): boolean {
  return !file.startsWith('--');
}

function withoutNames({ plugins, locale }: Settings): Settings {
  return { ...(plugins === undefined ? {} : { plugins }), ...(locale === undefined ? {} : { locale }) };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
