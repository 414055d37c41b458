import type { KnipConfig } from 'knip';

/**
 * Tests are entries by vitest's own configuration, the command by package.json; threads start at a file of their own. Workers are not entries: one that
 * the registry forgets is dead. Benches are, and what they start as a process of its own.
 */
const config: KnipConfig = {
  entry: [
    'src/cli/main.ts',
    'bin/thread.js',
    'bin/import-thread.js',
    'drizzle.postgres.config.ts',
    'bench/{ablate,all,analyse,asks,assign,calibrate,event-loop,index-build,labels,large-round,query,reading,refusing,round,scale,sectors,start,stores,contender-process}.ts',
    'bench/assignment/solver-process.ts',
    'bench/corpus/write-parts.ts',
    'bench/serving/server-process.ts',
  ],
  project: ['bin/**/*.js', 'src/**/*.ts', 'workers/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
  // Fonts: found by the name of their package, not imported.
  ignoreDependencies: ['@embedpdf/fonts-sc'],
  // A part of a schema or a constant may have a public name before somebody else uses it; nobody at all may not.
  ignoreExportsUsedInFile: true,
};

export default config;
