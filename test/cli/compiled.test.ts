/** The program's sources, compiled and kept: in a small program of its own that begins as the real one does. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../usecases/district.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE_MS = 120_000;

async function smallProgram() {
  const root = temporaryFolder();
  const [kept, main] = [
    join(root, 'node_modules', '.cache', 'jianyuan'),
    join(root, 'src', 'cli', 'main.ts'),
  ];
  for (const folder of ['bin', 'src/cli', 'src/store/sqlite', 'src/threads', 'workers', 'node_modules'])
    await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  for (const file of ['jianyuan.js', 'compiled.js'])
    await cp(join(ROOT, 'bin', file), join(root, 'bin', file));
  for (const name of ['esbuild', 'tsx'])
    await symlink(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  for (const file of ['src/main.ts', 'src/store/sqlite/import-thread.ts', 'src/threads/thread.ts'])
    await writeFile(join(root, file), 'export {};');
  const say = (text: string) =>
    writeFile(main, `const said: string = '${text}';\nconsole.log(said, import.meta.url);\n`);
  await say('first');
  const run = async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      join(root, 'bin', 'jianyuan.js'),
    ]);
    return { said: stdout.trim(), stderr };
  };
  return { run, say, kept, main, address: pathToFileURL(main).href };
}

test(
  'is compiled once, made anew with every change of a source, and never that of another source',
  async () => {
    const { run, say, kept, address } = await smallProgram();
    const both = await Promise.all([run(), run()]);
    for (const { said, stderr } of both) expect([said, stderr]).toEqual([`first ${address}`, '']);
    const [folder, ...others] = await readdir(kept);
    expect(others).toEqual([]);
    await run();
    expect(await readdir(kept)).toEqual([folder]);

    await say('second');
    expect((await run()).said).toBe(`second ${address}`);
    await say('first');
    expect((await run()).said).toBe(`first ${address}`);
    expect(await readdir(kept)).toHaveLength(2);
  },
  PATIENCE_MS,
);

test(
  'what is kept and not whole is said and made anew; where nothing can be kept the sources are run as they are',
  async () => {
    const { run, kept, address } = await smallProgram();
    await run();
    const [folder] = await readdir(kept);
    await writeFile(join(kept, folder!, 'command.mjs'), 'console.log("damaged")');
    const mended = await run();
    expect(mended.said).toBe(`first ${address}`);
    expect(mended.stderr).toContain('is damaged and is made anew');
    expect(await run()).toEqual({ said: `first ${address}`, stderr: '' });

    await rm(kept, { recursive: true });
    await writeFile(kept, 'no folder');
    const asItIs = await run();
    expect(asItIs.said).toBe(`first ${address}`);
    expect(asItIs.stderr).toContain('could not be compiled, its sources are run as they are');
  },
  PATIENCE_MS,
);

test(
  'an error names the line of the source',
  async () => {
    const { run, main } = await smallProgram();
    await writeFile(main, "interface Taken {\n  away: string;\n}\n\nthrow new Error('here');\n");
    await expect(run()).rejects.toMatchObject({ stderr: expect.stringContaining('main.ts:5:7') });
  },
  PATIENCE_MS,
);

test(
  'engines are told to keep beside it what they learn',
  async () => {
    const { run, main, kept } = await smallProgram();
    const told = "getEnvironmentData('jianyuan: what was learnt')";
    await writeFile(
      main,
      `import { getEnvironmentData } from 'node:worker_threads';\nconsole.log(${told});\n`,
    );
    const { said } = await run();
    expect(said).toBe(join(kept, (await readdir(kept))[0]!));
  },
  PATIENCE_MS,
);
