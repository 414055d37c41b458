/**
 * The program's TypeScript, compiled once and kept: taking the types away anew in every process and every thread of it
 * took most of a start. What is kept lies under a hash of all sources, so that it is never that of others; it is made
 * when it is first needed, checked before it is used, and made anew where it is not whole.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KEPT = join(ROOT, 'node_modules', '.cache', 'jianyuan');
/** Where processes begin, and the threads that they start. */
const ENTRIES = {
  command: 'src/cli/main.ts',
  thread: 'src/threads/thread.ts',
  importThread: 'src/store/sqlite/import-thread.ts',
  server: 'src/main.ts',
};
const SOURCES = ['bin', 'src', 'workers'];
/**
 * Packages of many small modules, compiled into the program: every process and thread would look up and read each of
 * them. All others stay as they are, for they have files, native code or threads of their own.
 */
const TOGETHER = [
  '@asteasolutions/zod-to-openapi',
  'csv-parse',
  'drizzle-orm',
  'ml-distance',
  'ml-matrix',
  'zod',
];
/** Of what it was made of, for whoever checks it. */
const LIST = 'files.json';
/** What nobody has made for so long is of sources that are no more, in ms. */
const OUTDATED_MS = 30 * 24 * 3_600_000;
const KEY = 'jianyuan: the compiled program';
/** Where engines keep what they learn of a profile (src/compose-engine.ts): beside it. */
const LEARNT = 'jianyuan: what was learnt';

/**
 * The address of an entry's compiled module; null where none could be kept, which is said on stderr. A thread takes
 * the one that its process has.
 */
export async function compiled(entry) {
  // lines in errors are those of the sources
  process.setSourceMapsEnabled(true);
  const shared = getEnvironmentData(KEY);
  if (shared) return moduleOf(shared, entry);
  try {
    const folder = join(KEPT, await fingerprint());
    if (!(await isWhole(folder))) await compile(folder);
    setEnvironmentData(KEY, folder);
    setEnvironmentData(LEARNT, folder);
    return moduleOf(folder, entry);
  } catch (error) {
    say(
      `程序未能编译，直接运行源码 the program could not be compiled, its sources are run as they are: ${error.message}`,
    );
    return null;
  }
}

function moduleOf(folder, entry) {
  return pathToFileURL(join(folder, `${entry}.mjs`)).href;
}

/**
 * Over every source, the versions of the compiler and of the packages in the program, and where it lies: its modules
 * know their addresses.
 */
async function fingerprint() {
  const hash = createHash('sha256').update(`${ROOT}\n`);
  hash.update(await readFile(join(ROOT, 'package.json')));
  for (const name of ['esbuild', ...(await packagesTogether())])
    hash.update(await readFile(join(ROOT, 'node_modules', name, 'package.json')));
  const listed = await Promise.all(
    SOURCES.map((folder) => readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })),
  );
  const paths = listed
    .flat()
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .sort();
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  for (const [i, path] of paths.entries())
    hash.update(`${path}\n${contents[i].length}\n`).update(contents[i]);
  return hash.digest('hex').slice(0, 32);
}

/** Whether it is there, as it was made. */
async function isWhole(folder) {
  let list;
  try {
    list = JSON.parse(await readFile(join(folder, LIST), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    say(`编译结果无法读取，重新编译 the compiled program cannot be read and is made anew: ${error.message}`);
    return false;
  }
  const digests = await Promise.all(
    Object.keys(list).map((name) => readFile(join(folder, name)).then(digestOf, () => null)),
  );
  const isSame = Object.values(list).every((digest, i) => digest === digests[i]);
  if (!isSame) say('编译结果已损坏，重新编译 the compiled program is damaged and is made anew');
  return isSame;
}

async function compile(folder) {
  const { build } = await import('esbuild');
  await mkdir(KEPT, { recursive: true });
  await removeOutdated();
  const draft = `${folder}.draft-${randomBytes(8).toString('hex')}`;
  try {
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      write: false,
      bundle: true,
      // what a command does not need is not loaded
      splitting: true,
      external: await packagesApart(),
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked',
      sourcesContent: false,
      logLevel: 'silent',
      // nothing but the sources decides what comes out
      tsconfigRaw: '{}',
      plugins: [ownAddresses],
    });
    await mkdir(draft);
    const list = {};
    for (const { path, contents } of outputFiles) {
      await writeFile(path, contents);
      list[path.slice(draft.length + 1)] = digestOf(contents);
    }
    await writeFile(join(draft, LIST), JSON.stringify(list));
    await putInPlace(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function packagesTogether() {
  const names = await dependencies();
  return TOGETHER.filter((name) => names.includes(name));
}

async function packagesApart() {
  const apart = (await dependencies()).filter((name) => !TOGETHER.includes(name));
  // loaded only where somebody has put it there
  return [...apart, '@huggingface/transformers'];
}

async function dependencies() {
  return Object.keys(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).dependencies ?? {});
}

/** A module finds what lies beside its source, not beside what was made of it. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const address = JSON.stringify(pathToFileURL(path).href);
      const source = await readFile(path, 'utf8');
      return { loader: 'ts', contents: source.replaceAll('import.meta.url', address) };
    });
  },
};

/** Another process may have made it meanwhile: that one is as good. */
async function putInPlace(draft, folder) {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    if (await isWhole(folder)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
}

async function removeOutdated() {
  for (const name of await readdir(KEPT)) {
    const path = join(KEPT, name);
    if (Date.now() - (await madeAt(path)) > OUTDATED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Of a draft that another process has just put in place: now. */
async function madeAt(path) {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error.code === 'ENOENT') return Date.now();
    throw error;
  }
}

function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function say(message) {
  process.stderr.write(`jianyuan: ${message}\n`);
}
