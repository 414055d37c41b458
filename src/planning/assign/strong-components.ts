/** Strongly connected components of a directed graph (Tarjan 1972), without recursion. Numbers of components by node. */
export function strongComponents(nodes: number, from: readonly number[], to: readonly number[]): Int32Array {
  const { start, heads } = adjacency(nodes, from, to);
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

function adjacency(nodes: number, from: readonly number[], to: readonly number[]) {
  const start = new Int32Array(nodes + 1);
  for (const tail of from) start[tail + 1]!++;
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const at = start.slice();
  const heads = new Int32Array(to.length);
  for (let arc = 0; arc < to.length; arc++) heads[at[from[arc]!]!++] = to[arc]!;
  return { start, heads };
}
