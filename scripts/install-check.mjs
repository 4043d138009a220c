// node scripts/install-check.mjs LOG   what `npm ci --foreground-scripts --loglevel http` said: fails where it asked anything but the
// registry that npm is set to, or ran a script that is not this package's own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * What an installation did that it must not.
 * @param {string} log what npm wrote
 * @param {string} registry the address that npm is set to
 * @returns {string[]} a sentence each
 */
export function strayIn(log, registry) {
  const { host } = new URL(registry);
  const addresses = [...log.matchAll(/\bhttps?:\/\/[^\s"'<>()]+/g)].map(([address]) => address);
  // npm's own lines on funding and updates name pages that nothing asked for.
  const asked = log.split(/\r?\n/).filter((line) => /\b(?:fetch|GET|POST|download|http)\b/i.test(line));
  const strange = addresses.filter(
    (address) => hostOf(address) !== host && asked.some((line) => line.includes(address)),
  );
  const scripts = [...log.matchAll(/^> (@?[^\s@]+@\d\S*) (\S+)$/gm)].filter(
    ([, name = '']) => !name.startsWith('jiedu-lint@'),
  );
  const fetched = [...log.matchAll(/^npm (?:warn exec|http exec).*/gm)].map(([line]) => line);
  return [
    ...[...new Set(strange)].map((address) => `asked ${address}, which is not the registry`),
    ...scripts.map(([, name, script]) => `ran the ${script} script of ${name}`),
    ...fetched.map((line) => `fetched a program to run it: ${line}`),
  ];
}

function hostOf(address) {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  const log = readFileSync(process.argv[2] ?? '', 'utf8');
  const stray = strayIn(log, registry);
  for (const what of stray) console.error(`npm ci ${what}`);
  console.log(stray.length === 0 ? 'npm ci asked nothing but the registry' : `${stray.length} that it must not do`);
  process.exitCode = stray.length === 0 ? 0 : 1;
}
