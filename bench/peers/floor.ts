/**
 * The floor: what one core can do for this task in JavaScript and nothing else. BM25 impacts of 8 bits in postings of
 * typed arrays, one integer sum a document, the best by a small heap. No fields, no facts, no reasons.
 */
import type { Peer } from './peer.ts';

/** As in Robertson & Zaragoza 2009. */
const K1 = 1.2;
const B = 0.75;
const GREATEST_IMPACT = 255;

export function createFloor(): Peer {
  let ids = new Map<string, number>();
  let offsets = new Int32Array(1);
  let documents = new Int32Array(0);
  let impacts = new Uint8Array(0);
  let sums = new Int32Array(0);
  return {
    build(texts) {
      ({ ids, offsets } = layOut(texts));
      documents = new Int32Array(offsets[ids.size]!);
      const weights = new Float64Array(documents.length);
      const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
      const next = offsets.slice();
      texts.forEach((text, document) => {
        for (const [word, count] of wordCounts(text)) {
          const id = ids.get(word)!;
          const frequency = offsets[id + 1]! - offsets[id]!;
          const rarity = Math.log(1 + (texts.length - frequency + 0.5) / (frequency + 0.5));
          const at = next[id]!++;
          documents[at] = document;
          weights[at] = (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * text.length) / mean));
        }
      });
      const greatest = weights.reduce((a, b) => Math.max(a, b), 0);
      impacts = Uint8Array.from(weights, (weight) => Math.ceil((weight / greatest) * GREATEST_IMPACT));
      sums = new Int32Array(texts.length);
    },
    search(words, top) {
      sums.fill(0);
      for (const word of words) {
        const id = ids.get(word);
        if (id === undefined) continue;
        const end = offsets[id + 1]!;
        for (let at = offsets[id]!; at < end; at++) sums[documents[at]!]! += impacts[at]!;
      }
      return best(sums, top);
    },
  };
}

export function wordCounts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A number for each word; the postings of word i will be at offsets[i] .. offsets[i + 1]. */
function layOut(texts: readonly (readonly string[])[]): {
  ids: Map<string, number>;
  offsets: Int32Array<ArrayBuffer>;
} {
  const ids = new Map<string, number>();
  const frequencies: number[] = [];
  for (const text of texts) {
    for (const word of new Set(text)) {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      frequencies[id] = (frequencies[id] ?? 0) + 1;
    }
  }
  const offsets = new Int32Array(ids.size + 1);
  frequencies.forEach((frequency, id) => {
    offsets[id + 1] = offsets[id]! + frequency;
  });
  return { ids, offsets };
}

/** The `top` greatest of the sums, ties by number: a heap with the least of them at its root. */
export function best(sums: Int32Array, top: number): number[] {
  const heap: number[] = [];
  const isLess = (a: number, b: number) => sums[a]! < sums[b]! || (sums[a]! === sums[b]! && a > b);
  for (let document = 0; document < sums.length; document++) {
    if (heap.length < top) {
      heap.push(document);
      if (heap.length === top) heap.sort((a, b) => (isLess(a, b) ? -1 : 1));
    } else if (sums[document]! > sums[heap[0]!]!) {
      heap[0] = document;
      sink(heap, isLess);
    }
  }
  return heap.sort((a, b) => (isLess(a, b) ? 1 : -1));
}

function sink(heap: number[], isLess: (a: number, b: number) => boolean): void {
  for (let i = 0; ; ) {
    let least = i;
    if (2 * i + 1 < heap.length && isLess(heap[2 * i + 1]!, heap[least]!)) least = 2 * i + 1;
    if (2 * i + 2 < heap.length && isLess(heap[2 * i + 2]!, heap[least]!)) least = 2 * i + 2;
    if (least === i) return;
    [heap[i], heap[least]] = [heap[least]!, heap[i]!];
    i = least;
  }
}
