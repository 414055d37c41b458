import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { MODALITIES } from '../../src/domain/analysis.ts';
import { PROVIDERS } from '../../src/domain/carrier.ts';
import { JOB_STATES } from '../../src/domain/job.ts';
import { VERDICTS } from '../../src/domain/match.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import {
  CARRIER_KINDS,
  CARRIER_LEVELS,
  CARRIER_STATUSES,
  RESULT_CATEGORIES,
  TRANSFER_MODES,
} from '../../src/domain/reading/enumerations.ts';
import { IP_KINDS, IP_STATUSES } from '../../src/domain/reading/ip.ts';
import { ROUND_STATES } from '../../src/domain/round.ts';
import { COMPONENTS } from '../../src/engine/score/weight-tables.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { ROOT } from './cruise-tree.ts';
import { withNumbers } from './engine-numbers.ts';

const ARCHITECTURE = join(ROOT, 'docs/architecture.md');

describe('docs/architecture.md', () => {
  it('has the weights, factors and thresholds of the engine (-u writes them anew)', async () => {
    await expect(withNumbers(readFileSync(ARCHITECTURE, 'utf8'))).toMatchFileSnapshot(ARCHITECTURE);
  });
});

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');
  const variables = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gmu)].map(([, name]) => name);

  it('knows the variables of the environment, all and no others', () => {
    const told = [...page.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name);
    expect(variables.length).toBeGreaterThan(10);
    expect(told.sort()).toEqual(variables.sort());
  });

  it('tells the defaults that the program has', () => {
    const { queue, http } = loadConfig({});
    const defaults = {
      REDIS_PREFIX: queue.redisPrefix,
      WORKER_CONCURRENCY: queue.concurrency,
      JOB_LEASE_SECONDS: queue.leaseMs / 1000,
      PORT: http.port,
      HOST: http.host,
      MAX_UPLOAD_MB: http.maxUploadBytes / 1024 / 1024,
      RATE_LIMIT_PER_MINUTE: http.requestsPerMinute,
      TRUSTED_PROXIES: http.trustedProxies,
    };
    for (const [name, value] of Object.entries(defaults))
      expect(page).toContain(`| \`${name}\` | \`${value}\` |`);
  });
});

describe('docs/glossary.md', () => {
  const page = read('docs/glossary.md');

  it('explains every word that the program writes or reads as a code', () => {
    const codes = [
      ...CARRIER_KINDS,
      ...CARRIER_LEVELS,
      ...CARRIER_STATUSES,
      ...RESULT_CATEGORIES,
      ...TRANSFER_MODES,
      ...IP_KINDS,
      ...IP_STATUSES,
      ...MODALITIES,
      ...PROVIDERS,
      ...PURPOSES,
      ...VERDICTS,
      ...COMPONENTS,
      ...ROUND_STATES,
      ...JOB_STATES,
    ];
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it('names what the profile names: sectors, fields outside, capabilities, conditions', async () => {
    const { sectors, outside, capabilities, conditions } = await loadProfile();
    const named = [...sectors, ...outside, ...capabilities, ...conditions];
    expect(named.filter(({ code, zh }) => !page.includes(`\`${code}\``) || !page.includes(zh))).toEqual([]);
  });
});

describe('every page', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'bench/judged/README.md',
    'seeds/demo/README.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];

  it.each(pages)('%s links only to what is there', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  it.each(pages)('%s links only to headings that are there', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#:\s]*)#([^)\s]+)\)/gu)];
    const lost = targets.filter(([, path, anchor = '']) => {
      const target = path ? join(dirname(page), path) : page;
      return !anchorsOf(read(target)).includes(anchor);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it.each(pages)('%s names only files that are there', (page) => {
    const files = [
      ...read(page).matchAll(/`((?:\.ci|bin|src|workers|test|seeds|drizzle|docs)\/[\w./-]+)`/gu),
    ];
    expect(files.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  const headings = [...page.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading.toLowerCase());
  return headings.map((heading) => heading.replaceAll(/[^\p{L}\p{N}\s-]/gu, '').replaceAll(' ', '-'));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
