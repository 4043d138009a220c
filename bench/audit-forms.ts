// How much processor time and memory each form of an audit takes with tens of thousands of documents, and the comparison with an earlier one.
// npx tsx --expose-gc bench/audit-forms.ts [documents=20000]
import { comparisonOf } from '../src/audit/compare.js';
import { readEarlier } from '../src/audit/earlier.js';
import { FORMS } from '../src/audit/forms.js';
import { departmentLedgers } from '../src/audit/ledger-tables.js';
import { auditSummary } from '../src/audit/summary.js';
import { workbookOf } from '../src/audit/workbook.js';
import { madeReport } from '../test/audit/made-report.js';

const documents = Number(process.argv[2] ?? 20_000);
const report = madeReport(documents);
const findings = report.documents.reduce((sum, document) => sum + document.findings.length, 0);
console.log(`${documents} documents, ${findings} findings`);

for (const [name, make] of Object.entries(FORMS))
  await measured(name, async () => {
    const made = await make(report, '../archive/');
    let size = 0;
    if (made instanceof Uint8Array) size = made.length;
    else for (const piece of made) size += piece.length;
    return `${(size / 1e6).toFixed(1)} MB`;
  });
await measured('ledgers', async () => {
  const ledgers = departmentLedgers(report, '', undefined);
  for (const { table } of ledgers) await workbookOf([table], report.date);
  return `${ledgers.length} ledgers`;
});
await measured('summary', async () => `${auditSummary(report).length} lines`);
await measured('comparison', async () => {
  const earlier = readEarlier([...(await FORMS.json(report))].join(''));
  if (typeof earlier === 'string') throw new Error(earlier);
  return `${comparisonOf({ ...report, documents: report.documents.slice(100) }, earlier).lostDocuments.length} documents fewer`;
});

/** Processor time and the most memory that a piece of work takes. */
async function measured(name: string, work: () => Promise<string>): Promise<void> {
  globalThis.gc?.();
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 50);
  const before = process.cpuUsage();
  const told = await work();
  const { user, system } = process.cpuUsage(before);
  look();
  clearInterval(watch);
  console.log(
    `${name.padEnd(12)} ${((user + system) / 1e6).toFixed(1).padStart(6)} s CPU, ${Math.round(most / 2 ** 20)} MB resident, ${told}`,
  );
}
