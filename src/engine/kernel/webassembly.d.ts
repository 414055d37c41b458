/** What the kernel uses of WebAssembly, which the types of Node do not tell of. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    constructor(size: { initial: number; maximum: number; shared: true });
    readonly buffer: SharedArrayBuffer;
    /** By so many pages of 64 KB. */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports: { index: { memory: Memory } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
