/** What a training has learnt, on one screen. */
import type { BackgroundSource } from '../../domain/model-description.ts';
import type { TrainingOutcome } from '../../usecases/train-model.ts';
import { lostBackground } from './lost-background.ts';
import { table } from './table.ts';
import { print, terminal } from './terminal.ts';

/** `current` only where it was learnt into the database. */
export type Learnt = Omit<TrainingOutcome, 'current'> & Partial<Pick<TrainingOutcome, 'current'>>;

export function printTraining(learnt: Learnt, out: string | undefined): void {
  const { bold, yellow } = terminal.colours;
  print(bold(`语料模型 corpus model ${learnt.fingerprint}`));
  print(`学自 learnt from：记录 records ${count(learnt.records)}${background(learnt.background)}`);
  print(
    `词项 terms ${count(learnt.terms)} · 词向量 vectors ${count(learnt.vectors)} · 用时 seconds ${learnt.seconds.toFixed(1)}`,
  );
  if (learnt.refused > 0)
    print(
      yellow(
        `${learnt.refused} 行不公开或无法读取，未学习 · ${learnt.refused} rows not public or not readable`,
      ),
    );
  const lost = lostBackground(learnt.lost);
  if (lost !== '') print(lost);
  printNeighbours(learnt);
  if (learnt.current === false)
    print(yellow('期间另有训练完成，本次未启用 · Another training was done meanwhile: this one is not used'));
  else if (out !== undefined) print(`已写入 written: ${out}`);
}

function background(sources: readonly BackgroundSource[]): string {
  return sources.map(({ name, texts }) => ` · ${name} ${count(texts)}`).join('');
}

function printNeighbours({ neighbours }: Learnt): void {
  const rows = neighbours.map(({ word, nearest }) => [word, nearest.join('、')]);
  print(table([{ head: '词 word', width: 20 }, { head: '相近的词 nearest words' }], rows));
}

function count(number: number): string {
  return number.toLocaleString('en');
}
