/**
 * How whole results are read, against people's labels: primary sector and asked capabilities of the judged districts
 * and of `judged/submissions.csv` and `records.csv`, primary sector of `judged/titles.csv`. `--errors` lists what was
 * read otherwise in the first set of submissions, `--of hill` in a district; the other sets are for measuring only.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { readResultFile } from '../src/cli/measuring.ts';
import type { ResultLabels } from '../src/domain/judged-reading.ts';
import { type ResearchResultDraft, ResearchResultSchema } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { loadProfile, readResultLabels } from '../src/exchange/index.ts';
import { evaluateReading } from '../src/usecases/evaluate-reading.ts';

type Row = Record<'set' | 'sector' | 'asked' | 'title' | 'abstract' | 'needs', string>;

interface LabelledSet {
  readonly name: string;
  readonly results: ReadonlyMap<string, ResearchResultDraft>;
  readonly labels: readonly ResultLabels[];
}

const DISTRICTS = ['riverside', 'coast', 'city', 'hill', 'port'];
const MAY_BE_LOOKED_AT = 'submissions 1';

const { values } = parseArgs({
  options: { errors: { type: 'boolean', default: false }, of: { type: 'string', default: MAY_BE_LOOKED_AT } },
});
const profile = await loadProfile();
const engine = createEngine(profile);
const districts = DISTRICTS.filter((name) => existsSync(pathOf(`${name}/labels.csv`)));
const sets = [
  ...(await Promise.all(districts.map(readDistrict))),
  ...(await readSubmissions('submissions')),
  ...(await readSubmissions('records')),
  await readTitles(),
];
for (const set of sets) measure(set);

function pathOf(file: string): string {
  return fileURLToPath(new URL(`./judged/${file}`, import.meta.url));
}

async function readDistrict(name: string): Promise<LabelledSet> {
  const results = await readResultFile(pathOf(`${name}/results.jsonl`));
  const labels = readResultLabels('labels.csv', await readFile(pathOf(`${name}/labels.csv`), 'utf8'));
  return { name, results: new Map(results.map((result) => [result.id, result])), labels };
}

async function readSubmissions(name: string): Promise<LabelledSet[]> {
  const rows: Row[] = parse(await readFile(pathOf(`${name}.csv`), 'utf8'), { columns: true });
  return [...new Set(rows.map(({ set }) => set))].map((set) => {
    const of = rows.filter((row) => row.set === set);
    return {
      name: `${name} ${set}`,
      results: new Map(
        of.map(({ title, abstract, needs }) => [
          title,
          ResearchResultSchema.parse({ title, abstract, ...(needs === '' ? {} : { needs }) }),
        ]),
      ),
      labels: of.map(({ title, sector, asked }) => ({
        resultId: title,
        sector: sector === 'OTHER' ? undefined : sector,
        asked: asked.split(';').filter(Boolean),
        trl: undefined,
      })),
    };
  });
}

/** Of a title outside all sectors the sector is unknown. */
async function readTitles(): Promise<LabelledSet> {
  const rows: Record<'text' | 'sectors', string>[] = parse(await readFile(pathOf('titles.csv'), 'utf8'), {
    columns: true,
  });
  return {
    name: 'titles',
    results: new Map(rows.map(({ text }) => [text, ResearchResultSchema.parse({ title: text })])),
    labels: rows.map(({ text, sectors }) => {
      const first = sectors.split(';')[0]!;
      const sector = profile.sectors.some(({ code }) => code === first) ? first : undefined;
      return { resultId: text, sector, asked: [], trl: undefined };
    }),
  };
}

function measure({ name, results, labels }: LabelledSet): void {
  const read = new Map(
    labels.map(({ resultId }) => [resultId, engine.analyseResult(results.get(resultId)!)]),
  );
  const { sector, sectorOrOutside, asked } = evaluateReading(labels, (id) => read.get(id));
  const right = (share: number) => `${Math.round(share * labels.length)} of ${labels.length}`;
  const shares = [asked.precision, asked.recall, asked.f1].map((share) => share?.toFixed(3) ?? '–');
  process.stdout.write(
    `${name}: sector ${right(sector.mean)}, with outside ${right(sectorOrOutside.mean)}` +
      (asked.wanted === 0
        ? '\n'
        : `; asks (${asked.wanted}): precision ${shares[0]}, recall ${shares[1]}, F1 ${shares[2]}\n`),
  );
  if (!values.errors || values.of !== name) return;
  for (const { resultId, sector: labelled, asked: wanted } of labels) {
    const { sectors, capabilities } = read.get(resultId)!;
    const said = [...new Set(capabilities.filter((m) => m.modality === 'asked').map((m) => m.code))].sort();
    const first = sectors.weights[0]?.code;
    const { title, abstract, needs } = results.get(resultId)!;
    if (labelled !== first)
      process.stdout.write(
        `  ${labelled ?? 'OTHER'} read ${first}, outside ${sectors.outside?.code}: ${title}\n`,
      );
    if (said.join() !== [...wanted].sort().join())
      process.stdout.write(
        `  ${wanted.join(' ')} read ${said.join(' ')}: ${title} | ${abstract} | ${needs}\n`,
      );
  }
}
