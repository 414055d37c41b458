import type { BackgroundSource } from '../../domain/model-description.ts';
import type { Application } from '../../usecases/application.ts';
import { note, terminal } from './terminal.ts';

/** What became of background texts that another version had read; '' where none is lost. */
export function lostBackground(lost: readonly BackgroundSource[]): string {
  if (lost.length === 0) return '';
  const names = lost.map(({ name }) => name).join('、');
  return terminal.colours.yellow(
    `以前的背景文本由另一版本读出，未能使用，请用 jianyuan train --corpus 再给一次：${names}\nThe background of before was read by another version: give it again with jianyuan train --corpus.`,
  );
}

/** Beside the output of a command that has learnt anew: what it matches with knows less than before. */
export async function noteLostBackground({ usecases }: Application): Promise<void> {
  const lost = lostBackground((await usecases.findModel()).lost);
  if (lost !== '') note(lost);
}
