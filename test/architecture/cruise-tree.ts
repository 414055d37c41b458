/** Cruises a source tree with the rules of the house, by the library itself: its command can see nothing and be content. */
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

export interface Cruise {
  readonly modules: readonly string[];
  /** `from → to`, as paths within the tree, types included. */
  readonly edges: ReadonlySet<string>;
  /** `rule: from → to`. */
  readonly violations: readonly string[];
}

/** Names of all rules, in the order of the config. */
export async function ruleNames(): Promise<string[]> {
  const { ruleSet } = await options();
  return (ruleSet?.forbidden ?? []).map((rule) => rule.name ?? 'a rule without a name');
}

/** `folders` lie within `tree`. Throws where the rules or the tree cannot be read. */
export async function cruiseTree(tree: string, folders: readonly string[]): Promise<Cruise> {
  const { output } = await cruise([...folders], { ...(await options()), baseDir: tree });
  if (typeof output === 'string') throw new Error(`a report instead of a result: ${output.slice(0, 200)}`);
  const own = output.modules.filter(({ source }) => !source.includes('node_modules'));
  return {
    modules: own
      .filter(({ coreModule, couldNotResolve }) => !coreModule && !couldNotResolve)
      .map(({ source }) => source),
    edges: new Set(own.flatMap(edgesOf)),
    violations: output.summary.violations.map(said),
  };
}

function options() {
  return extractDepcruiseOptions(`${ROOT}/.dependency-cruiser.cjs`);
}

function edgesOf({ source, dependencies }: ICruiseResult['modules'][number]): string[] {
  return dependencies.map(({ resolved }) => `${source} → ${resolved}`);
}

function said({ rule, from, to }: IViolation): string {
  return `${rule.name}: ${from} → ${to}`;
}
