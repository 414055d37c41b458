/** Numbers for names, from 0 on in the order of their first appearance: what is kept by the million keeps numbers. */
export class Numbering {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** Undefined where the name has not appeared. */
  find(name: string): number | undefined {
    return this.numbers.get(name);
  }

  name(number: number): string {
    return this.names[number]!;
  }
}
