/**
 * A model as a file: a magic word, the version of the format, a head as JSON, then typed arrays as the machine
 * holds them (little-endian on all but a few). What is damaged in any place has another fingerprint.
 */
import { DomainError } from '../../domain/errors.ts';
import {
  type ModelDescription,
  type ModelFileHeader,
  ModelFileHeaderSchema,
} from '../../domain/model-description.ts';
import { type CorpusModel, createModel } from './corpus-model.ts';
import { damaged, readSections, type Sections, writeSections } from './sections.ts';
import type { TermCorpus } from './term-corpus.ts';
import type { TermStatistics } from './term-statistics.ts';

export function encodeModel(model: CorpusModel, analyser: string): Uint8Array {
  const { statistics, words, background } = model;
  const header: ModelFileHeader = {
    model: describeModel(model, analyser),
    documents: statistics.records,
    words: words && { dimensions: words.dimensions, trust: words.trust },
    background: background?.corpus.records ?? null,
  };
  return writeSections(header, {
    ...statisticsSections('', statistics),
    ...(words && { rows: words.rows, vectors: words.vectors }),
    ...(background && corpusSections(background.corpus)),
  });
}

export function describeModel(
  { fingerprint, records, background, lost }: CorpusModel,
  analyser: string,
): ModelDescription {
  return { fingerprint, analyser, records, background: [...(background?.sources ?? [])], lost: [...lost] };
}

/**
 * Throws `model.unreadable` for bytes that are no whole model of this format, `model.other_analyser` where it was
 * learnt from texts that another analyser had read: its terms are not the ones of today's records.
 */
export function decodeModel(bytes: Uint8Array, analyser: string): CorpusModel {
  const { header, sections } = readSections(bytes, ModelFileHeaderSchema);
  if (header.model.analyser !== analyser) throw otherAnalyser(header.model.analyser, analyser);
  const model = createModel({
    records: header.model.records,
    statistics: readStatistics('', sections, header.documents),
    words: header.words && {
      ...header.words,
      rows: sections.ints('rows'),
      vectors: sections.floats('vectors'),
    },
    background: header.background && {
      sources: header.model.background,
      corpus: readCorpus(sections, header.background),
    },
    lost: header.model.lost,
  });
  if (model.fingerprint !== header.model.fingerprint) throw damaged();
  return model;
}

function otherAnalyser(theirs: string, ours: string): DomainError {
  return new DomainError(
    'model.other_analyser',
    `语料模型由另一版本（${theirs}）读出，本程序为 ${ours}，请重新训练 · The corpus model was learnt with ${theirs}, this program reads as ${ours}: train again`,
  );
}

function statisticsSections(name: string, { terms, frequency }: TermStatistics) {
  return {
    [`${name}terms`]: terms.join('\n'),
    [`${name}han`]: frequency.han,
    [`${name}latin`]: frequency.latin,
  };
}

function readStatistics(
  name: string,
  sections: Sections,
  records: TermStatistics['records'],
): TermStatistics {
  const terms = sections.text(`${name}terms`);
  return {
    records,
    terms: terms === '' ? [] : terms.split('\n'),
    frequency: { han: sections.ints(`${name}han`), latin: sections.ints(`${name}latin`) },
  };
}

function corpusSections(corpus: TermCorpus) {
  const { words, fieldEnds, documentEnds } = corpus;
  return {
    ...statisticsSections('background-', corpus),
    'background-words': words,
    'background-fields': fieldEnds,
    'background-documents': documentEnds,
  };
}

function readCorpus(sections: Sections, records: TermStatistics['records']): TermCorpus {
  return {
    ...readStatistics('background-', sections, records),
    words: sections.ints('background-words'),
    fieldEnds: sections.ints('background-fields'),
    documentEnds: sections.ints('background-documents'),
  };
}
