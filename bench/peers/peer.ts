/** What a user would pick instead: something that takes texts cut into words and finds the best for another text. */
export interface Peer {
  /** Documents are known by their number from 0; each is its words in their order. Called once. */
  build(documents: readonly (readonly string[])[]): void;
  /** Numbers of the best `top` documents for a query of distinct words, best first. */
  search(words: readonly string[], top: number): readonly number[];
}

/** How many carriers are wanted for each result. */
export const TOP = 20;
