/**
 * The texts of a record, each under the path by which evidence names it (`needs`, `keywords[1]`,
 * `capabilities[0].detail`). Offsets of evidence count UTF-16 code units of exactly these strings.
 */
import type { Carrier } from './carrier.ts';
import type { ResearchResult } from './research-result.ts';

export interface TextField {
  readonly path: string;
  readonly text: string;
}

const RESULT_TEXTS = [
  'title',
  'abstract',
  'advance',
  'application',
  'problem',
  'needs',
  'regulatory',
  'environment',
  'stage',
] as const;

/** All texts of a result that matching reads, in reading order; empty ones left out. */
export function resultTexts(result: Omit<ResearchResult, 'id'>): TextField[] {
  const texts: TextField[] = [];
  for (const path of RESULT_TEXTS) {
    const text = result[path];
    if (text) texts.push({ path, text });
    if (path === 'title') addKeywords(texts, result.keywords);
  }
  return texts;
}

function addKeywords(texts: TextField[], keywords: readonly string[] = []): void {
  for (let i = 0; i < keywords.length; i++) {
    const text = keywords[i]!;
    if (text) texts.push({ path: `keywords[${i}]`, text });
  }
}

/** All texts of a carrier that matching reads. */
export function carrierTexts(carrier: Omit<Carrier, 'id'>): TextField[] {
  return [...eachCarrierText(carrier)];
}

/** The same, one after the other. */
export function* eachCarrierText(carrier: Omit<Carrier, 'id'>): Generator<TextField> {
  const { name, description, capabilities = [], limits, portfolio = [] } = carrier;
  if (name) yield { path: 'name', text: name };
  if (description) yield { path: 'description', text: description };
  for (let i = 0; i < capabilities.length; i++) {
    const { detail } = capabilities[i]!;
    if (detail) yield { path: `capabilities[${i}].detail`, text: detail };
  }
  if (limits) yield { path: 'limits', text: limits };
  for (let i = 0; i < portfolio.length; i++) {
    const { title, summary } = portfolio[i]!;
    if (title) yield { path: `portfolio[${i}].title`, text: title };
    if (summary) yield { path: `portfolio[${i}].summary`, text: summary };
  }
}

/** One of the texts of a carrier, by its path; undefined where it is empty or not there. */
export function carrierText(carrier: Omit<Carrier, 'id'>, path: string): string | undefined {
  switch (path) {
    case 'name':
      return carrier.name || undefined;
    case 'description':
      return carrier.description || undefined;
    case 'limits':
      return carrier.limits || undefined;
  }
  const at = Number.parseInt(path.slice(path.indexOf('[') + 1), 10);
  if (path.startsWith('capabilities')) return carrier.capabilities?.[at]?.detail || undefined;
  const project = carrier.portfolio?.[at];
  return (path.endsWith('.title') ? project?.title : project?.summary) || undefined;
}
