import { gathered, stableOrder, starts } from './grouping.ts';

/** Strongly connected components of a directed graph (Tarjan 1972), without recursion. Numbers of components by node. */
export function strongComponents(nodes: number, from: readonly number[], to: readonly number[]): Int32Array {
  const start = starts(nodes, from);
  const heads = gathered(to, stableOrder(from, start));
  const component = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = start.slice(0, nodes);
  const path: number[] = [];
  const stack: number[] = [];
  let visited = 0;
  let components = 0;
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (next[node]! < start[node + 1]!) {
        const head = heads[next[node]!++]!;
        if (order[head] === -1) enter(head);
        else if (component[head] === -1) low[node] = Math.min(low[node]!, order[head]!);
      } else leave(node);
    }
  }
  return component;

  function enter(node: number): void {
    order[node] = low[node] = visited++;
    path.push(node);
    stack.push(node);
  }

  function leave(node: number): void {
    path.pop();
    const parent = path[path.length - 1];
    if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
    if (low[node] !== order[node]) return;
    for (let member = -1; member !== node; ) {
      member = stack.pop()!;
      component[member] = components;
    }
    components++;
  }
}
