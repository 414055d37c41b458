/** A result, ready to be compared with all carriers. */
import type { Language } from '../../domain/analysis.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import type { Analysed } from '../engine.ts';
import { type ImpactVector, VectorMaker, vectorOf } from '../index/impact-vector.ts';
import type { Meanings } from '../index/meanings.ts';
import { ownWords } from '../index/own-words.ts';
import type { CorpusModel } from '../model/corpus-model.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { type NumberedField, NumberedRecord } from '../model/numbered-record.ts';
import { type ResultFacts, type ResultNumbers, resultFacts } from '../score/facts.ts';
import { RESULT_FIELD_WEIGHTS } from '../settings.ts';

/** Texts of a result that are compared. */
export interface ComparedTexts {
  /** Its whole text. */
  readonly text: ImpactVector;
  /** What it asks for. */
  readonly asked: ImpactVector;
}

/** What a sweep needs of it. */
export interface SweptQuery extends ComparedTexts {
  readonly facts: ResultNumbers;
  /** The texts as carriers of the same language meet them. */
  readonly own: ComparedTexts;
  readonly meaning: Int8Array | null;
}

/** With the texts, to explain it. */
export interface ResultQuery extends SweptQuery {
  readonly facts: ResultFacts;
  /** Its terms with their places; null where they are not kept. */
  readonly fields: readonly NumberedField[] | null;
}

export function createQueryMaker(
  profile: Profile,
  model: CorpusModel,
  meanings: Meanings,
): (result: Analysed<ResearchResult>) => ResultQuery {
  const maker = new VectorMaker(model.lexicon);
  const numbered = new NumberedRecord();
  return (result) => {
    const { record, analysis } = result;
    const { language, terms } = analysis;
    model.lexicon.read(terms, numbered);
    const made = maker.make(language, numbered, weightOf);
    const meaning = meanings.of(result, made)?.slice() ?? null;
    const text = vectorOf(made);
    const asked = vectorOf(maker.make(language, numbered, askedOnly));
    return {
      fields: numbered.kept(),
      facts: resultFacts(profile, record, analysis),
      text,
      asked,
      own: ownTexts(model.lexicon, language, { text, asked }),
      meaning,
    };
  };
}

export function ownTexts(
  lexicon: Lexicon,
  language: Language,
  { text, asked }: ComparedTexts,
): ComparedTexts {
  return { text: ownWords(lexicon, language, text), asked: ownWords(lexicon, language, asked) };
}

function askedOnly(path: string): number {
  return path === ASKED_PATH ? 1 : 0;
}

function weightOf(path: string): number {
  return RESULT_FIELD_WEIGHTS[path] ?? 0;
}
