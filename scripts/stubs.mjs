/** What libraries name and the linter never reaches; gray-matter's own engines would run or parse what files say. */
export const UNREACHED = {
  'js-yaml': 'exports.safeLoad = exports.safeDump = () => { throw new Error("not built in"); };',
  // markdown-it makes a linkifier even where linkify is off.
  'linkify-it': 'module.exports = class { set() { return this; } };',
};

/** For esbuild: modules by what stands in their place. @param {Readonly<Record<string, string>>} modules */
export function stubbed(modules) {
  return {
    name: 'stubs',
    /** @param {import('esbuild').PluginBuild} build */
    setup({ initialOptions, onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(?:${Object.keys(modules).join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'stub',
      }));
      onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
        contents: modules[path],
        loader: /** @type {const} */ ('js'),
        resolveDir: initialOptions.absWorkingDir,
      }));
    },
  };
}
