/** A result in question, and what there is to tell about it and any carrier; prepared once for all of them. */
import type { Carrier } from '../../domain/carrier.ts';
import { carrierText } from '../../domain/record-text.ts';
import type { PhraseCutter } from '../explain/phrases.ts';
import type { FindPlace } from '../explain/result-places.ts';
import { ResultReading } from '../explain/result-reading.ts';
import { TermKinds } from '../explain/term-kinds.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { ImpactTable } from '../index/impact-table.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { KindredWords, type WordPair } from './kindred-words.ts';
import type { ComparedTexts, ResultQuery } from './result-query.ts';
import { SharedTerms } from './shared-terms.ts';

/** A past project of a carrier, by its place among those that have words, and among all. */
export interface NearProject {
  readonly item: number;
  readonly project: number;
}

interface ComparedTables {
  readonly text: ImpactTable;
  readonly asked: ImpactTable;
  /** Whether all that is asked for stands in the text that is compared: it nearly always does. */
  readonly asksInText: boolean;
}

function tablesOf({ text, asked }: ComparedTexts): ComparedTables {
  const table = new ImpactTable(text);
  const asksInText = asked.terms.every((term) => table.of(term) > 0);
  return { text: table, asked: new ImpactTable(asked), asksInText };
}

/** What comparisons of all results with the same carriers share. */
export class Compared {
  readonly knowledge: Knowledge;
  readonly cutter: PhraseCutter;
  readonly carriers: CarrierIndex;
  readonly subject: SharedTerms;
  readonly needs: SharedTerms;
  readonly project: SharedTerms;

  constructor(knowledge: Knowledge, cutter: PhraseCutter, carriers: CarrierIndex) {
    this.knowledge = knowledge;
    this.cutter = cutter;
    this.carriers = carriers;
    const kinds = new TermKinds(carriers.model.lexicon);
    this.subject = new SharedTerms(kinds);
    this.needs = new SharedTerms(kinds);
    this.project = new SharedTerms(kinds);
  }
}

export class Comparison {
  readonly query: ResultQuery;
  private readonly compared: Compared;
  /** With carriers of the result's language, and with others; made when something is told, for ranking needs none. */
  private own: ComparedTables | undefined;
  private whole: ComparedTables | undefined;
  private read: ResultReading | undefined;
  private kin: KindredWords | undefined;

  constructor(compared: Compared, query: ResultQuery) {
    this.compared = compared;
    this.query = query;
  }

  get lexicon(): Lexicon {
    return this.compared.carriers.model.lexicon;
  }

  /** The terms that make a pair alike, and those of what is asked for among them; until the next pair is asked for. */
  shared(row: number): { readonly subject: SharedTerms; readonly needs: SharedTerms } {
    const { subject, needs, carriers } = this.compared;
    const { text, asked, asksInText } = this.tables(row);
    const theirs = carriers.texts.stretch(row);
    subject.compare(text, theirs);
    // what a carrier has of the result's text is a tenth of its own
    needs.compare(asked, asksInText ? subject.met : theirs);
    return { subject, needs };
  }

  /** Those of a past project; until the next ones are asked for. */
  sharedWithProject(row: number, { item }: NearProject): SharedTerms {
    const { project, carriers } = this.compared;
    project.compare(this.tables(row).text, carriers.portfolios.stretch(row, item));
    return project;
  }

  /** The past project that is nearest to the result; null where none shares a term with it. */
  nearestProject(row: number): NearProject | null {
    const { portfolios } = this.compared.carriers;
    const items = portfolios.count(row);
    const { text } = this.tables(row);
    let nearest = -1;
    let most = 0;
    for (let item = 0; item < items; item++) {
      const sum = text.product(portfolios.stretch(row, item));
      if (sum <= most) continue;
      nearest = item;
      most = sum;
    }
    return nearest < 0 ? null : { item: nearest, project: portfolios.project(row, nearest) };
  }

  /** Different words of both texts that mean nearly the same, those that bring most first. */
  kindred(row: number): WordPair[] {
    const { model, heavyWords } = this.compared.carriers;
    if (!model.words || !heavyWords) return [];
    this.kin ??= new KindredWords(model.words, model.lexicon, this.query.text, heavyWords);
    return this.kin.pairs(row);
  }

  /** The result's text, read when the first quote is asked for. */
  get reading(): ResultReading {
    const { knowledge, cutter } = this.compared;
    this.read ??= new ResultReading(knowledge, cutter, this.lexicon, this.query);
    return this.read;
  }

  /** Where the terms of a carrier stand in its texts. */
  places(row: number, carrier: Carrier): FindPlace {
    const { places, texts } = this.compared.carriers;
    const { terms, start, end } = texts.stretch(row);
    const textAt = (path: string) => carrierText(carrier, path);
    return (number) => {
      for (let at = start; at < end; at++)
        if (terms[at] === number) return places.find(row, at - start, textAt);
      return undefined;
    };
  }

  private tables(row: number): ComparedTables {
    const language = this.compared.carriers.columns.han[row] === 1 ? 'han' : 'latin';
    this.own ??= tablesOf(this.query.own);
    if (language === this.query.facts.analysis.language) return this.own;
    this.whole ??= this.query.own.text === this.query.text ? this.own : tablesOf(this.query);
    return this.whole;
  }
}
