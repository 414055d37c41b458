import type { KnipConfig } from 'knip';

/**
 * Tests are entries by vitest's own configuration, the command by package.json. Workers are not entries: one that
 * the registry forgets is dead.
 */
const config: KnipConfig = {
  entry: ['src/cli/main.ts'],
  project: ['bin/**/*.js', 'src/**/*.ts', 'workers/**/*.ts', 'test/**/*.ts'],
  // A part of a schema or a constant may have a public name before somebody else uses it; nobody at all may not.
  ignoreExportsUsedInFile: true,
};

export default config;
